import { access, constants } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import type { HIDAsync } from 'node-hid'
import type { Hears, HidPlace, InputPort, Opened } from './input-port.ts'

type Library = typeof import('node-hid')
let library: Promise<Library | null> | undefined
/** Loaded when first asked for, and in this thread alone; null where its native part does not fit this machine. */
const nodeHid = (): Promise<Library | null> => (library ??= import('node-hid').catch(() => null))
const wakeUp = Buffer.from([254, 1])

/** The HID devices the system lists: a scanner shows several interfaces, told apart by their usage. Null without the library. */
export async function listHid(): Promise<HidPlace[] | null> {
  const lib = await nodeHid()
  const found = await lib?.devicesAsync().catch(() => null)
  return found?.flatMap((one) => placeOf(one) ?? []) ?? null
}

type Listed = Awaited<ReturnType<Library['devicesAsync']>>[number]
const placeOf = ({ path, vendorId, productId, serialNumber, usagePage = 0, usage = 0, manufacturer, product }: Listed): HidPlace | null =>
  (path === undefined || path === '' ? null : { path, vendorId, productId, serialNumber: serialNumber || null, usagePage, usage, maker: manufacturer ?? '', product: product ?? '' })

/** Opens one interface. What the system holds as a keyboard cannot be opened, and on Linux a rule must allow it. */
export const openHid: InputPort['openHid'] = async ({ path, wake }, hears) => {
  const lib = await nodeHid()
  if (!lib) return { trouble: 'missing' }
  const closed = await whyClosed(path)
  if (closed) return { trouble: closed }
  const device = await lib.HIDAsync.open(path, { nonExclusive: true }).catch(() => null)
  if (!device) return { trouble: process.platform === 'linux' ? 'failed' : 'refused' }
  if (wake) await device.sendFeatureReport(wakeUp).catch(() => undefined)
  return listening(device, hears)
}

/** On Linux the path is a file that says why; elsewhere only opening does. */
async function whyClosed(path: string): Promise<'absent' | 'refused' | null> {
  if (!path.startsWith('/dev/')) return null
  const code = await access(path, constants.R_OK | constants.W_OK).then(() => '', (error: NodeJS.ErrnoException) => error.code ?? '')
  return code === '' ? null : code === 'ENOENT' ? 'absent' : 'refused'
}

function listening(device: HIDAsync, hears: Hears): Opened {
  let over = false
  const close = async (): Promise<void> => {
    if (over) return
    over = true
    await device.close().catch(() => undefined)
  }
  device.on('data', (report: Buffer) => {
    try {
      hears.bytes(report, performance.now())
    } finally {
      report.fill(0) // the next report is shorter, and this one may be a payment card
    }
  })
  device.on('error', () => {
    if (over) return
    void close()
    hears.lost()
  })
  return { line: { close } }
}
