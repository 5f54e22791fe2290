import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { pins } from '../harness/shop.ts'
import { openCaller, type Caller } from './caller.ts'
import { expect, startHost, test as base, type Host } from './register.ts'

const write = (...asked: string[]) => void execFileSync(process.execPath, [path.join(import.meta.dirname, 'write-past.ts'), ...asked], { stdio: 'inherit' })

/** `past` is the folder of a shop with five days behind it and actions on two of them; `waiting` one with points that lapsed, came due, and wait. */
export const test = base.extend<{ past: string; waiting: string }>({
  waiting: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-e2e-waiting-'))
    write('waiting', folder)
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  past: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-e2e-days-'))
    write('five-days', folder)
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})
/** Someone changes a row of the ledger in the file, past the register and its triggers. */
export const tamper = (folder: string, change: string): void => write('tamper', folder, change)

export type Till = { readonly host: Host; readonly page: Page; readonly caller: Caller; readonly stop: () => Promise<void> }
/** The register on that file, its owner signed in, in a browser that was let in. */
export async function openTill(folder: string, context: BrowserContext): Promise<Till> {
  const host = await startHost({ folder })
  const page = await context.newPage()
  await page.goto(await host.newAddress())
  const caller = await openCaller(host.origin, await context.cookies(host.origin))
  const owner = (await caller.call('staff/names', {})).find(({ role }) => role === 'owner')!
  await caller.call('staff/sign-in', { staffId: owner.id, pin: pins.owner })
  await expect(page.getByRole('navigation').first()).toBeVisible()
  return { host, page, caller, stop: async () => (caller.close(), await page.close(), void (await host.stop())) }
}

/** A page of the back office, by its link. */
export async function openOffice(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('Alt+b')
  await page.getByRole('navigation', { name: 'Back Office pages' }).getByRole('button', { name: link, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible()
}
export const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
