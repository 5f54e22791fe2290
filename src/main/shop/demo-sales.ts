import type { DemoItem } from './demo-items.ts'
import type { DemoPerson } from './demo-people.ts'
import type { Random } from './demo-random.ts'

export type DemoSale = {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly person: number | null; readonly staff: number; readonly cash: boolean
  readonly lines: readonly { readonly item: number; readonly quantity: number; readonly percentOff: number }[]
  readonly percentOff: number
}
const dayMs = 86_400_000
const hourMs = 3_600_000
const days = 730
/** The made-up shop stands in Montréal: its noon is 17:00 UTC. */
const utcOffsetHours = -5
const weekday = [0.7, 0.75, 0.8, 0.9, 1.1, 1.5, 1.2] as const
const busyHours = [[9, 3], [10, 5], [11, 7], [12, 9], [13, 6], [14, 5], [15, 6], [16, 8], [17, 9], [18, 4]] as const

/** Two years of sales up to now, in the order of time: busier on Fridays and Saturdays and at noon, a little busier every month. */
export function demoSales(random: Random, count: number, shop: { items: readonly DemoItem[]; people: readonly DemoPerson[]; now: number }): DemoSale[] {
  const times = Array.from({ length: count }, () => demoTime(random, shop.now)).sort((a, b) => a - b)
  const joined = shop.people.map(({ daysAgo }) => shop.now - daysAgo * dayMs)
  let known = 0
  return times.map((at) => {
    while (known < joined.length && (joined[known] ?? Infinity) <= at) known++
    return demoSale(random, at, known, shop)
  })
}

function demoTime(random: Random, now: number): number {
  for (;;) {
    const day = Math.floor(random.next() ** 0.85 * days)
    const midnight = Math.floor(now / dayMs) * dayMs - (days - 1 - day) * dayMs
    const at = midnight + (random.weighted(busyHours) - utcOffsetHours) * hourMs + random.below(3_600) * 1_000
    if (at < now - hourMs && random.chance((weekday[new Date(midnight).getUTCDay()] ?? 1) / 1.5)) return at
  }
}

/** Regulars come often: the few make most of the visits. */
function demoSale(random: Random, at: number, known: number, { items, people }: { items: readonly DemoItem[]; people: readonly DemoPerson[] }): DemoSale {
  const person = known > 0 && random.chance(0.68) ? Math.floor(random.next() ** 2.1 * known) : null
  const isFirm = person !== null && people[person]?.wholesale === true
  const lines = new Map<number, DemoSale['lines'][number]>()
  const size = isFirm ? 4 + random.below(6) : random.weighted([[1, 30], [2, 28], [3, 18], [4, 11], [5, 7], [6, 4], [8, 2]])
  const favourite = person === null ? random.below(10) : (person * 7) % 10
  while (lines.size < size) {
    const shelf = random.chance(0.45) ? favourite : random.below(10)
    const item = Math.min(items.length - 1, shelf * 30 + Math.floor(random.next() ** 1.6 * 30))
    lines.set(item, { item, quantity: isFirm ? 4 + random.below(20) : random.weighted([[1, 80], [2, 15], [3, 5]]), percentOff: random.chance(0.04) ? random.pick([10, 15, 20]) : 0 })
  }
  return { at, person, staff: random.below(3), cash: !isFirm && random.chance(0.36), lines: [...lines.values()], percentOff: isFirm ? 12 : random.chance(0.03) ? 10 : 0 }
}
