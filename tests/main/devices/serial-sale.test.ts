import path from 'node:path'
import { existsSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openBench } from '../../../scripts/simulate/bench.ts'
import { openInputs } from '../../../src/main/devices/inputs.port.ts'
import type { Output } from '../../../src/main/handlers.ts'
import { scratchFolder, till } from '../../harness/app.ts'
import { stocked } from '../sales/stocked.ts'

type Outcome = Output<'devices/take-held'>
const hasPty = process.platform === 'linux' && existsSync('/dev/ptmx')
const empty = { type: 'personal', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', language: null, customerTypeId: null, groupId: null, notes: '', medical: null } as const

/** A till with a scanner and a licence reader on real lines, and a cashier who takes what arrives. */
async function counter() {
  const bench = openBench(scratchFolder(), null)
  onTestFinished(bench.stop)
  const app = await stocked()
  Object.assign(app.core.ports, { inputs: openInputs() })
  await app.signIn('manager')
  const tokens: string[] = []
  app.on((name, event) => name === 'scan-arrived' && 'token' in event && void tokens.push(event.token))
  app.runDevices(till)
  for (const { path: where } of Object.values(bench.lines)) await app.ask('devices/save', { requestId: app.rid(), id: null, draft: { kind: 'scanner', name: path.basename(where), transport: 'serial', address: { path: where, vendorId: null, productId: null, serialNumber: null }, settings: { baudRate: 9600, prefix: '', suffix: 'auto', gapMs: 150 } } })
  await expect.poll(async () => (await app.ask('devices/list', {})).map(({ life }) => life.state), { timeout: 6_000 }).toEqual(['ready', 'ready'])
  await app.signIn('cashier')
  const scan = async (command: string): Promise<Outcome> => {
    const before = tokens.length
    await bench.run(command)
    await expect.poll(() => tokens.length, { timeout: 3_000, interval: 10 }).toBe(before + 1)
    return app.ask('devices/take-held', { requestId: app.rid(), token: tokens.at(-1)!, screen: 'sell', customerId: null })
  }
  return { app, scan }
}

describe.skipIf(!hasPty)('a sale rung up with scanners on real lines', () => {
  test('an item is added, a licence fills the form, and the next time it attaches its customer', async () => {
    const { app, scan } = await counter()
    expect(await scan('scan 4006381333931')).toMatchObject({ kind: 'item-added', itemId: app.items.filter })
    const first = await scan('licence Ana Ruiz')
    if (first.kind !== 'licence-new') throw new Error(first.kind)
    const { firstName, lastName, birthDate, address, licence, documentKey } = first.person
    expect([firstName, lastName, birthDate]).toEqual(['Ana', 'Ruiz', '1986-06-06'])
    const { id } = await app.ask('customers/create', {
      requestId: app.rid(), consents: [], source: 'id-scan', addToCart: false, documentKey,
      draft: { ...empty, tags: [], phones: [], emails: [], extras: [], firstName, lastName, birthDate, addresses: address ? [address] : [], licence: { ...licence, source: 'scanned' } },
    })
    expect(await scan('licence Ana Ruiz')).toMatchObject({ kind: 'customer-attached', customerId: id, name: 'Ana Ruiz' })
    expect((await app.cart()).customer).toMatchObject({ id })
    expect(await scan('pay-card')).toEqual({ kind: 'payment-card' })
    expect(await scan('half')).toEqual({ kind: 'read-error' })
    expect((await app.cart()).lines).toHaveLength(1)
  })
})
