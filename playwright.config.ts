import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** scripts/test.mjs says which Chromium; by hand it is the system's, or else Playwright's own. */
const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file))
const quiet = [
  '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--disable-default-apps', '--disable-domain-reliability', '--no-pings', '--disable-dev-shm-usage',
]
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: process.env['REGULARS_E2E_REPORT'] ? [['list'], ['json', { outputFile: process.env['REGULARS_E2E_REPORT'] }]] : [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1, locale: 'en-CA' },
  projects: [
    {
      name: 'browser-host',
      testIgnore: /electron\.spec\.ts$/,
      use: { browserName: 'chromium', launchOptions: { args: [...quiet, ...asRoot], ...(chromium === undefined ? {} : { executablePath: chromium }) } },
    },
    { name: 'electron', testMatch: /electron\.spec\.ts$/ },
  ],
})
