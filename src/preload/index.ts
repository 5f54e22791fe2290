import { contextBridge, ipcRenderer } from 'electron'

// The screens' whole view of main: two functions over two channels. No event object, channel name or Electron API gets through.
contextBridge.exposeInMainWorld('regulars', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  on: (hear: (name: string, value: unknown) => void): void => {
    ipcRenderer.on('event', (_event, name: string, value: unknown) => hear(name, value))
  },
})
