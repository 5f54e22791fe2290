import { setTimeout as wait } from 'node:timers/promises'
import type { Input, Output } from '../../src/main/handlers.ts'
import type { ItemId, Milli } from '../../src/main/vocabulary.ts'
import { cpuNow, lastFree, startTicker } from './loop.ts'
import { at, sorted } from './measure.ts'
import type { Bench } from './shop.ts'

export const soldCode = '5901234123457'
const thinkMs = 25

/** What the cashier scans. */
export async function stockShelf({ call, rid }: Bench): Promise<ItemId> {
  const taxClassId = (await call('shop/taxes', {})).classes[0]?.id
  const draft = {
    name: 'Café 500 g', sku: '', priceCents: 1999, categoryId: null, minimumAge: null, costCents: null, taxClassId, earnsPoints: true, customerRequired: false,
    barcodes: [soldCode], prices: [],
  }
  return (await call('items/save', { requestId: rid(), id: null, draft } as unknown as Input<'items/save'>)).id
}

/** How long one call took from the moment the hand moved: by the clock, and what main computed meanwhile (an upper bound: from the last time its loop was free). */
type Waited = { readonly wallMs: number; readonly cpuMs: number }
export type Sold = { readonly sales: number; readonly waits: Readonly<Record<string, readonly Waited[]>>; readonly blockMs: number; readonly cpuMs: number }

/** Sells one piece after the other, scan, add, pay, a short thought between, until stopped. Every call is timed from the moment it was due, not from when main got to it. */
export function startCashier(bench: Bench, itemId: ItemId): { stop(): Promise<Sold> } {
  const waits: Record<string, Waited[]> = {}
  const ticker = startTicker()
  let [sales, over] = [0, false]
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const due = performance.now() + thinkMs
    await wait(thinkMs)
    const free = lastFree(ticker, due)
    const answer = await work()
    ;(waits[name] ??= []).push({ wallMs: performance.now() - due, cpuMs: cpuNow() - free })
    return answer
  }
  const selling = (async () => {
    while (!over) {
      await sellOne(bench, itemId, timed)
      sales++
    }
  })()
  return {
    async stop() {
      over = true
      await selling
      return { sales, waits, ...ticker.stop() }
    },
  }
}

type Timed = <T>(name: string, work: () => Promise<T>) => Promise<T>
async function sellOne({ call, rid }: Bench, itemId: ItemId, timed: Timed): Promise<void> {
  await timed('scan', () => call('sales/scan-item', { requestId: rid(), code: soldCode }))
  const cart: Output<'sales/add-item'> = await timed('add', () => call('sales/add-item', { requestId: rid(), itemId, quantityMilli: 1000 as Milli }))
  const { dueCents, totalCents } = cart.totals
  const tender = { requestId: rid(), saleId: cart.id, kind: 'card', amountCents: dueCents, givenCents: dueCents, reference: '4242', expectedTotalCents: totalCents } as Input<'sales/pay'>
  await timed('pay', () => call('sales/pay', tender))
}

const part = (waits: readonly Waited[], of: keyof Waited): string => {
  const times = sorted(waits.map((waited) => waited[of]))
  return [at(times, 0.5), at(times, 0.99), times.at(-1) ?? Number.NaN].map((ms) => ms.toFixed(1)).join(' / ')
}
export const cashierHead = `  ${'ms, p50 / p99 / worst'.padEnd(34)} ${'sold'.padStart(6)} ${'waited, by the clock'.padStart(24)} ${'main computed'.padStart(22)}`
/** One line: what the cashier waited for any of the three calls. */
export function cashierRow(name: string, { sales, waits }: Sold): string {
  const all = Object.values(waits).flat()
  return `  ${name.padEnd(34)} ${String(sales).padStart(6)} ${part(all, 'wallMs').padStart(24)} ${part(all, 'cpuMs').padStart(22)}`
}
export const worstOf = ({ waits }: Sold, of: keyof Waited): number => Math.max(0, ...Object.values(waits).flat().map((waited) => waited[of]))
