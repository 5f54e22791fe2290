import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openBench } from '../../../scripts/simulate/bench.ts'
import { licenceOf, personCalled, swipeOf } from '../../../scripts/simulate/people.ts'
import { readLicence } from '../../../src/main/devices/aamva.ts'
import { openInputs } from '../../../src/main/devices/inputs.port.ts'
import { readSwipe } from '../../../src/main/devices/magstripe.ts'
import { freshApp, scratchFolder, till } from '../../harness/app.ts'

const hasPty = process.platform === 'linux' && existsSync('/dev/ptmx')

test('the people of the simulator read as they were made', () => {
  const person = personCalled('Ana Ruiz 2010')
  expect(readLicence(licenceOf(person))).toMatchObject({ family: 'RUIZ', first: 'ANA', number: person.number, birthDate: '2010-06-06', expiryDate: '2031-06-06', jurisdiction: 'VA', warnings: [] })
  expect(readSwipe(swipeOf(person))).toMatchObject({ kind: 'licence', licence: { family: 'RUIZ', first: 'ANA', birthDate: '2010-06-06' } })
})

describe.skipIf(!hasPty)('the simulated counter', () => {
  test('the register takes it for the real thing', async () => {
    const bench = openBench(scratchFolder(), null)
    onTestFinished(bench.stop)
    const app = await freshApp()
    Object.assign(app.core.ports, { inputs: openInputs() })
    await app.signIn('manager')
    app.runDevices(till)
    for (const { path: where } of Object.values(bench.lines)) await app.ask('devices/save', { requestId: app.rid(), id: null, draft: { kind: 'scanner', name: path.basename(where), transport: 'serial', address: { path: where, vendorId: null, productId: null, serialNumber: null }, settings: { baudRate: 9600, prefix: '', suffix: 'auto', gapMs: 150 } } })
    const lives = async () => (await app.ask('devices/list', {})).map(({ life }) => life)
    await expect.poll(async () => (await lives()).map(({ state }) => state), { timeout: 5_000 }).toEqual(['ready', 'ready'])
    await app.ask('devices/test', { on: true })
    const heard = async (command: string, kind: string) => {
      expect(await bench.run(command)).not.toMatch(/No such|unplugged/)
      await expect.poll(async () => (await app.ask('devices/tested', {})).tests.map((one) => one.kind), { timeout: 3_000 }).toContain(kind)
      await app.ask('devices/test', { on: false })
      await app.ask('devices/test', { on: true })
    }
    await heard('scan 5901234123457', 'code')
    await heard('licence Ana Ruiz', 'licence')
    await heard('swipe Ana Ruiz', 'licence')
    await heard('pay-card', 'payment-card')
    await heard('half', 'read-error')
    await heard('noise', 'garbled')
    await bench.run('unplug')
    expect(await bench.run('scan 1')).toContain('unplugged')
    await expect.poll(async () => (await lives())[0]?.state).toBe('lost')
    await bench.run('replug')
    await expect.poll(async () => (await lives())[0]?.state, { timeout: 5_000 }).toBe('ready')
  })

  test('one line runs a script, says where to find everything and ends', async () => {
    const child = spawn(process.execPath, ['scripts/simulate/simulate.ts', '--folder', scratchFolder(), '--port', '0', '--do', 'scan 5901234123457; unplug; scan 1; replug; paper-out 5; type 1; dance'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (text: Buffer) => (said += text.toString()))
    expect(await new Promise((done) => void child.once('exit', done))).toBe(0)
    for (const line of ['/scanner', '/reader', 'Scanned 5901234123457.', 'Unplugged.', 'It is unplugged.', 'The paper ends after 5 lines.', '--devtools', 'No such command: dance.']) expect(said).toContain(line)
  })
})
