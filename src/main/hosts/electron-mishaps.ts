import { app, dialog, shell, type BrowserWindow } from 'electron'
import { Refusal } from '../errors.ts'
import type { OpenedRegister } from './open-register.ts'
import { sayStartFailure, startWords, systemLanguage } from './start-words.ts'

const words = () => startWords[systemLanguage(app.getLocale())]
const mostCrashes = 3
const crashesWithinMs = 60_000

/** Why the shop does not open, with the way out, in the language of the system; the folder can be opened from there. */
export function showStartFailure(error: unknown, folder: string): void {
  const { title, text } = sayStartFailure(error instanceof Refusal ? error : null, systemLanguage(app.getLocale()))
  const chosen = dialog.showMessageBoxSync({ type: 'error', title: 'Regulars', message: title, detail: text, buttons: ['OK', folder], defaultId: 0, cancelId: 0, noLink: true })
  if (chosen === 1) void shell.openPath(folder)
}

export function warnOfWeakKey(window: BrowserWindow): void {
  void dialog.showMessageBox(window, { type: 'warning', message: words()['plain-key-store'] ?? '', buttons: ['OK'] })
}

/** A page that died is opened again with a sentence; main and its file are untouched. One that keeps dying ends the program. */
export function reviveCrashedPage(window: BrowserWindow, register: OpenedRegister): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    register.log(new Error(reason), 'render-process-gone')
    const nowMs = performance.now()
    crashes = [...crashes.filter((atMs) => nowMs - atMs < crashesWithinMs), nowMs]
    if (crashes.length >= mostCrashes) return app.quit()
    window.webContents.reload()
    void dialog.showMessageBox(window, { type: 'warning', message: words()['window-crashed'] ?? '', buttons: ['OK'] })
  })
}

/** A bug outside a call is written down; the file is closed whole and the program ends rather than run on half a state. */
export function endOnBug(register: OpenedRegister, folder: string): void {
  process.on('unhandledRejection', (bug) => register.log(bug, 'unhandled'))
  process.on('uncaughtException', (bug) => {
    register.log(bug, 'uncaught')
    register.close()
    showStartFailure(bug, folder)
    app.exit(1)
  })
}
