import path from 'node:path'
import { existsSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serialLine } from '../../../scripts/simulate/serial-line.ts'
import type { Events } from '../../../src/main/events.ts'
import { openInputs } from '../../../src/main/devices/inputs.port.ts'
import type { InputDraft } from '../../../src/main/devices/input-device.ts'
import { freshApp, scratchFolder, till } from '../../harness/app.ts'

const hasPty = process.platform === 'linux' && existsSync('/dev/ptmx')
type Heard = { readonly [K in keyof Events]: { name: K; event: Events[K] } }[keyof Events]

/** The register on a real file with the real serial port library, and every event it tells. */
async function running() {
  const app = await freshApp()
  Object.assign(app.core.ports, { inputs: openInputs() })
  await app.signIn('manager')
  const heard: Heard[] = []
  app.on((name, event) => void heard.push({ name, event } as Heard))
  app.runDevices(till)
  const add = (where: string, settings: Partial<Extract<InputDraft, { transport: 'serial' }>['settings']> = {}, name = 'Scanner') => app.ask('devices/save', {
    requestId: app.rid(), id: null,
    draft: { kind: 'scanner', name, transport: 'serial', address: { path: where, vendorId: null, productId: null, serialNumber: null }, settings: { baudRate: 9600, prefix: '', suffix: 'auto', gapMs: 150, ...settings } },
  })
  const life = async (at = 0) => (await app.ask('devices/list', {}))[at]?.life
  const tokens = () => heard.flatMap((one) => (one.name === 'scan-arrived' ? [one.event] : []))
  return { app, heard, add, life, tokens }
}

function line(name = 'scanner') {
  const made = serialLine(path.join(scratchFolder(), name))
  onTestFinished(() => made.unplug())
  return made
}
const ready = async (life: () => Promise<{ state: string } | undefined>, state = 'ready') => expect.poll(async () => (await life())?.state, { timeout: 6_000, interval: 20 }).toBe(state)

describe.skipIf(!hasPty)('a serial scanner on a real line', () => {
  test('what it scans arrives for whoever sells, and nothing of it is told', async () => {
    const { app, add, life, tokens, heard } = await running()
    const wire = line()
    await add(wire.path)
    await ready(life)
    wire.write('5901234123457\r\n')
    await expect.poll(() => tokens().length).toBe(1)
    expect(tokens()[0]).toMatchObject({ registerId: till, source: 'serial' })
    expect(JSON.stringify(heard)).not.toContain('5901234123457')
    expect(await life()).toMatchObject({ state: 'ready', trouble: null, lastScan: { kind: 'code' } })
    expect(app.bugs).toEqual([])
  })

  test('half a swipe that stops is a read error, and the next swipe is whole', async () => {
    const { app, add, life, tokens } = await running()
    const wire = line()
    await add(wire.path)
    await ready(life)
    wire.write('%TXAUSTIN^DOE$JOHN^12345 SHERB')
    await expect.poll(() => tokens().length).toBe(1)
    expect(await life()).toMatchObject({ lastScan: { kind: 'read-error' } })
    expect(await app.ask('devices/take-held', { requestId: app.rid(), token: tokens()[0]!.token, screen: 'sell', customerId: null })).toEqual({ kind: 'read-error' })
    wire.write('%TXAUSTIN^DOE$JOHN^12345 SHERBOURNE ST^?;63601538774194=290819810101?\r')
    await expect.poll(() => tokens().length).toBe(2)
    expect(await life()).toMatchObject({ lastScan: { kind: 'swipe' } })
  })

  test('unplugged it is lost, and plugged in again it is ready without a restart', async () => {
    const { add, life, tokens } = await running()
    const wire = line()
    await add(wire.path)
    await ready(life)
    for (let round = 1; round <= 2; round++) {
      wire.unplug()
      await ready(life, 'lost')
      expect(await life()).toMatchObject({ trouble: 'unplugged' })
      wire.plug()
      await ready(life)
      wire.write('LOY-0001\r')
      await expect.poll(() => tokens().length).toBe(round)
    }
  })

  test('two at once keep their bytes apart', async () => {
    const { app, add, life, tokens } = await running()
    const [one, other] = [line('one'), line('other')]
    await add(one.path, {}, 'One')
    await add(other.path, { suffix: 'none' }, 'Other')
    await ready(() => life(0))
    await ready(() => life(1))
    for (const [left, right] of [['59012', '40063'], ['34123', '81333'], ['457\r', '931']] as const) {
      one.write(left)
      other.write(right)
    }
    await expect.poll(() => tokens().length).toBe(2)
    await app.ask('devices/test', { on: true })
    one.write('5901234123457\r')
    other.write('4006381333931')
    await expect.poll(async () => (await app.ask('devices/tested', {})).tests.map(({ raw }) => raw).toSorted()).toEqual(['4006381333931', '5901234123457'])
    expect(tokens()).toHaveLength(2)
  })

  test('eight kilobytes of noise are one complaint', async () => {
    const { add, life, tokens, heard } = await running()
    const wire = line()
    await add(wire.path)
    await ready(life)
    wire.write(Uint8Array.from({ length: 8_192 }, (_, at) => (at * 37) % 256))
    await expect.poll(() => heard.filter(({ name }) => name === 'device-misread').length, { timeout: 3_000 }).toBe(1)
    wire.write('5901234123457\r')
    await expect.poll(() => tokens().length).toBe(1)
    expect(heard.filter(({ name }) => name === 'device-misread')).toHaveLength(1)
  })

  test('a port that is not there, or that another program holds, is said to be', async () => {
    const { app, add, life } = await running()
    await add('/dev/regulars-none')
    await ready(life, 'lost')
    expect(await life()).toMatchObject({ trouble: 'absent' })
    const wire = line()
    const { id } = await add(wire.path)
    await ready(() => life(1))
    await add(wire.path, {}, 'The same')
    await ready(() => life(2), 'busy')
    await app.ask('devices/remove', { requestId: app.rid(), id })
    await ready(() => life(1))
    await app.ask('devices/restore', { requestId: app.rid(), id })
    await ready(() => life(1), 'busy')
  })

  test('three scans teach prefix, suffix and pause', async () => {
    const { app, add, life, tokens } = await running()
    const wire = line()
    const { id } = await add(wire.path)
    await ready(life)
    await app.ask('devices/learn', { id })
    for (const code of ['5901234123457', '4006381333931', '9780201379624']) {
      wire.write(`~${code}\r\n`)
      await new Promise((done) => void setTimeout(done, 400))
    }
    expect(await app.ask('devices/learning', {})).toMatchObject({ scans: 3, result: { prefix: '~', suffix: 'crlf', gapMs: 150 } })
    expect(tokens()).toEqual([])
    expect(await app.ask('devices/learning', {})).toMatchObject({ over: true, result: null })
  })

  test('closing the register closes the line', async () => {
    const { app, add, life } = await running()
    const wire = line()
    await add(wire.path)
    await ready(life)
    app.close()
    const again = await running()
    await again.add(wire.path)
    await ready(again.life)
  })
})
