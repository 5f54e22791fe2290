import path from 'node:path'
import { app, BrowserWindow, screen, type Rectangle } from 'electron'
import Store from 'electron-store'
import { home } from './electron-session.ts'

type Kept = { readonly bounds: Rectangle | null; readonly maximized: boolean; readonly fullScreen: boolean }
const smallest = { width: 1024, height: 700 }

/** The till's window, where it was last time; on a screen that is gone it opens in the middle of one that is there. */
export function openTillWindow(folder: string, preload: string): BrowserWindow {
  const kept = new Store<Kept>({ cwd: folder, name: 'window', defaults: { bounds: null, maximized: true, fullScreen: false } })
  const bounds = kept.get('bounds')
  const window = new BrowserWindow({
    ...(bounds && isOnAScreen(bounds) ? bounds : { width: 1366, height: 768 }),
    minWidth: smallest.width, minHeight: smallest.height, show: false, title: 'Regulars', autoHideMenuBar: true, backgroundColor: '#ffffff',
    webPreferences: {
      preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false,
      safeDialogs: true, spellcheck: false, devTools: !app.isPackaged,
    },
  })
  if (kept.get('maximized')) window.maximize()
  if (kept.get('fullScreen')) window.setFullScreen(true)
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => kept.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() }))
  void window.loadURL(home)
  return window
}

function isOnAScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width)
  const bottom = Math.min(bounds.y + bounds.height, workArea.y + workArea.height)
  return right - Math.max(bounds.x, workArea.x) > 100 && bottom - Math.max(bounds.y, workArea.y) > 100
}

export const preloadIn = (here: string): string => path.join(here, '../preload/index.cjs')
