import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeDemoShop } from '../flows/make-demo-shop.ts'
import type { OpenedRegister } from './open-register.ts'
import { shopFileIn } from './open-register.ts'

const unfinishedIn = (folder: string): string => path.join(folder, 'demo.unfinished')

/** A demo that was cut off while it was being made is begun again from nothing. Called before the register is opened; only ever on a demo's own folder. */
export function clearHalfMadeDemo(folder: string): void {
  if (!existsSync(unfinishedIn(folder))) return
  for (const end of ['', '-wal', '-shm']) rmSync(shopFileIn(folder) + end, { force: true })
  rmSync(unfinishedIn(folder), { force: true })
}

/** Makes the made-up shop if there is none yet; progress goes to the screens as events and to `tell`. */
export async function fillDemo(register: OpenedRegister, folder: string, tell: (done: number, total: number, step: string) => void): Promise<void> {
  const status = await register.call('shop/status', {})
  if (!status.ok || (status.value as { setUp?: boolean }).setUp) return
  writeFileSync(unfinishedIn(folder), '')
  const stop = register.app.on((name, event) => {
    if (name === 'demo-progressed' && 'step' in event) tell(event.done, event.total, event.step)
  })
  await makeDemoShop(register.app.core, register.registerId)
  stop()
  rmSync(unfinishedIn(folder), { force: true })
}
