import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Reply } from '../core.ts'
import { ourOrigin } from './electron-session.ts'
import type { OpenedRegister } from './open-register.ts'

/** The two channels: calls in, events out. Only the top frame of the till's own window, showing our own screens, is answered. */
export function openDoor(window: BrowserWindow, register: OpenedRegister): void {
  const trusted = ({ sender, senderFrame }: IpcMainInvokeEvent) =>
    !window.isDestroyed() && sender === window.webContents && senderFrame !== null && senderFrame.parent === null && senderFrame.origin === ourOrigin
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Reply> => {
    if (!trusted(event)) throw new Error('refused')
    return typeof name === 'string' ? register.call(name, input) : { ok: false, code: 'bad-input', facts: {} }
  })
  const stop = register.app.on((name, value) => {
    if (!window.isDestroyed() && !window.webContents.isCrashed()) window.webContents.send('event', name, value)
  })
  window.once('closed', () => {
    stop()
    ipcMain.removeHandler('call')
  })
}
