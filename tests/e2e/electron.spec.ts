import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')

/** Never `import 'electron'` for this: that starts a download. */
function electronBinary(): string | null {
  const folder = path.join(root, 'node_modules/electron')
  const named = path.join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const binary = path.join(folder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : null
}

type Opened = { readonly app: ElectronApplication; readonly page: Page; readonly folder: string }
const binary = electronBinary()
const noScreen = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

const test = base.extend<{ opened: Opened }>({
  opened: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-electron-'))
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const app = await _electron.launch({ executablePath: binary ?? '', cwd: root, args: [...asRoot, '--password-store=basic', '.', '--data', folder] })
    await use({ app, page: await app.firstWindow(), folder })
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

if (binary === null && process.env['TEST_WORKER_INDEX'] === undefined) console.log('electron: skipped: the Electron binary is not installed')
test.skip(binary === null, 'skipped: the Electron binary is not installed')
test.skip(noScreen, 'skipped: there is no screen to show Electron on')

test('the till opens on its own scheme and answers a call', async ({ opened: { page } }) => {
  await expect.poll(() => page.url()).toBe('app://regulars/')
  expect(await page.evaluate(() => (window as unknown as { regulars: { call(name: string, input: unknown): Promise<unknown> } }).regulars.call('shop/status', {}))).toMatchObject({ ok: true })
})

test('a page sees two functions of main and nothing of Node or Electron', async ({ opened: { page } }) => {
  expect(await page.evaluate(() => Object.keys((window as unknown as { regulars: object }).regulars).toSorted())).toEqual(['call', 'on'])
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window))).toEqual([])
})

test('the window is sandboxed and isolated', async ({ opened: { app } }) => {
  const kept = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(kept).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
})

test('the page goes nowhere else and opens no window', async ({ opened: { app, page } }) => {
  await page.evaluate(() => void (window.location.href = 'https://example.com/')).catch(() => undefined)
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  await expect.poll(() => page.url()).toBe('app://regulars/')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await page.evaluate(() => fetch('https://example.com/').then(() => 'loaded', () => 'refused'))).toBe('refused')
})

test('nothing but the camera may be asked for', async ({ opened: { page } }) => {
  const denied = (name: string) => page.evaluate((asked) => navigator.permissions.query({ name: asked as PermissionName }).then(({ state }) => state), name)
  expect(await denied('microphone')).toBe('denied')
  expect(await denied('geolocation')).toBe('denied')
  expect(await denied('notifications')).toBe('denied')
})

test('no path leads out of the screens', async ({ opened: { page } }) => {
  const status = (path: string) => page.evaluate((asked) => fetch(asked).then((answer) => answer.status), path)
  for (const path of ['/../package.json', '/%2e%2e/main/electron.js', '/..%2fpackage.json']) expect(await status(path), path).toBe(404)
})
