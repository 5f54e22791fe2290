import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { openLink } from '../../../src/main/devices/printer.port.ts'
import { printOver, type Manner, type Timing } from '../../../src/main/devices/printer-talk.port.ts'
import type { Faults } from '../../../scripts/simulate/printer.ts'
import { aPrinter, textOf, until } from './printing-kit.ts'

const quick: Timing = { askMs: 120, confirmMs: 400, troubleMs: 900, settleMs: 60 }
const epson: Manner = { status: 'answers', confirms: true, timing: quick }
const clone: Manner = { status: 'maybe', confirms: true, timing: quick }
const lines = (count: number) => Buffer.from(`${Array.from({ length: count }, (_, at) => `line ${at + 1}`).join('\n')}\n\u001dV\u0001`, 'latin1')
const pulse = Uint8Array.from([0x1b, 0x70, 0, 25, 250])
const pulseNow = Uint8Array.from([0x10, 0x14, 1, 0, 1])

async function printTo(faults: Faults, { manner = epson, count = 5, kick = false }: { manner?: Manner; count?: number; kick?: boolean } = {}) {
  const printer = await aPrinter(faults)
  const told: string[] = []
  const stop = new AbortController()
  const reins = { signal: stop.signal, goOn: () => undefined }
  const link = await openLink('tcp', { host: '127.0.0.1', port: printer.port })
  const errand = { pulse: kick ? pulse : null, pulseNow: kick ? pulseNow : null, paper: lines(count) }
  const outcome = printOver(link, errand, manner, { began: () => told.push('began'), trouble: (trouble) => told.push(trouble ?? 'fine'), answers: (answers) => told.push(answers ? 'answers' : 'silent') }, reins)
  return { printer, told, stop, outcome }
}

describe('a printer over the network', () => {
  test('is asked how it is, prints, and only its own word makes the job printed', async () => {
    const { printer, outcome, told } = await printTo({}, { kick: true })
    expect(await outcome).toEqual({ state: 'printed', reason: '', pulsed: true })
    expect(textOf(printer.papers()[0] ?? [])).toBe('line 1\nline 2\nline 3\nline 4\nline 5')
    expect(printer.drawerOpenings()).toEqual([{ pin: 2, atLine: 0 }])
    expect(told).toEqual(['answers', 'began'])
  })
  test('that is out of paper from the start fails at once, and the drawer opens all the same, once', async () => {
    const { printer, outcome, told } = await printTo({ paperOutAtLine: 0 }, { kick: true })
    expect(await outcome).toEqual({ state: 'failed', reason: 'paper-out', pulsed: true })
    expect(printer.drawerOpenings()).toHaveLength(1)
    expect(told).not.toContain('began')
  })
  test('with its cover open says so', async () => expect(await (await printTo({ coverOpen: true })).outcome).toMatchObject({ state: 'failed', reason: 'cover-open' }))
  test('that runs out of paper in the middle prints the rest by itself once there is paper', async () => {
    const { printer, outcome, told } = await printTo({ paperOutAtLine: 2 })
    await until(() => told.includes('paper-out'))
    expect(textOf(printer.hanging())).toBe('line 1\nline 2')
    printer.loadPaper()
    expect(await outcome).toMatchObject({ state: 'printed' })
    expect(textOf(printer.papers()[0] ?? [])).toBe('line 1\nline 2\nline 3\nline 4\nline 5')
    expect(told).toEqual(['answers', 'began', 'paper-out', 'fine'])
  })
  test('whose paper nobody changes ends unknown', async () => expect(await (await printTo({ paperOutAtLine: 2 })).outcome).toMatchObject({ state: 'unknown', reason: 'paper-out' }))
  test('that loses its power in the middle leaves the job unknown', async () => {
    const { printer, outcome } = await printTo({ cutPowerAtLine: 3 })
    expect(await outcome).toMatchObject({ state: 'unknown', reason: 'connection-lost' })
    expect(printer.papers()).toEqual([])
  })
  test('that is slow is waited for', async () => expect(await (await printTo({ lineMs: 40 }, { count: 8, manner: { ...epson, timing: { ...quick, confirmMs: 2_000 } } })).outcome).toMatchObject({ state: 'printed' }))
  test('that never answers is never sent a receipt where the model is known to answer', async () => {
    const { printer, outcome, told } = await printTo({ mute: true }, { kick: true })
    expect(await outcome).toEqual({ state: 'failed', reason: 'no-answer', pulsed: false })
    expect([printer.papers(), told]).toEqual([[], ['silent']])
  })
  test('that never answers and may not is sent it, and the job is sent, not printed', async () => {
    const { printer, outcome } = await printTo({ mute: true }, { manner: clone })
    expect(await outcome).toMatchObject({ state: 'sent' })
    await until(() => printer.papers().length === 1)
  })
  test('that says how it is but never that it printed leaves the job unknown', async () =>
    expect(await (await printTo({ neverConfirms: true })).outcome).toMatchObject({ state: 'unknown', reason: 'no-confirmation' }))
  test('is hung up on when the job is dropped while it waits for paper', async () => {
    const { outcome, stop, told } = await printTo({ paperOutAtLine: 1 })
    await until(() => told.includes('paper-out'))
    stop.abort()
    expect(await outcome).toMatchObject({ state: 'unknown', reason: 'dropped' })
  })
  test('serves one connection at a time: the second waits until the first has gone', async () => {
    const first = await printTo({ lineMs: 15 }, { count: 6 })
    const link = await openLink('tcp', { host: '127.0.0.1', port: first.printer.port })
    const second = printOver(link, { pulse: null, pulseNow: null, paper: lines(2) }, { ...epson, timing: { ...quick, askMs: 1_000 } }, { began: () => undefined, trouble: () => undefined, answers: () => undefined }, { signal: new AbortController().signal, goOn: () => undefined })
    expect([await first.outcome, await second]).toMatchObject([{ state: 'printed' }, { state: 'printed' }])
    expect(first.printer.papers().map((paper) => paper.length)).toEqual([6, 2])
  })
})

describe('the way to a printer', () => {
  test('that refuses says so', async () => {
    const server = createServer()
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    await new Promise((done) => server.close(done))
    await expect(openLink('tcp', { host: '127.0.0.1', port })).rejects.toMatchObject({ reason: 'refused' })
  })
  test('that is not there says so', async () => {
    await expect(openLink('usb', { path: '/dev/usb/lp-none', baudRate: null, flow: null })).rejects.toMatchObject({ reason: 'no-device' })
    await expect(openLink('serial', { path: '/dev/ttyNONE', baudRate: 9_600, flow: null })).rejects.toMatchObject({ reason: 'no-device' })
  })
  test('that cannot be reached is given up within the time of connecting', async () => {
    const from = performance.now()
    await expect(openLink('tcp', { host: 'printer.invalid', port: 9_100 })).rejects.toMatchObject({ reason: 'unreachable' })
    expect(performance.now() - from).toBeLessThan(4_000)
  })
})

