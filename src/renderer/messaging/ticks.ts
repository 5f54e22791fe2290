import type { MessageType } from '../../main/messaging/consent.ts'
import type { Subscription, SubscriptionChange } from '../../main/messaging/subscriptions.ts'

export const messageTypes: readonly MessageType[] = ['general', 'marketing']
export type Tick = 'on' | 'off' | 'mixed'

/** How a box over some types stands: on, off, or mixed. */
export function boxOf(cells: readonly Subscription[], types: readonly MessageType[]): Tick {
  const counted = cells.filter((cell) => cell.counted && types.includes(cell.type))
  const on = counted.filter(({ allowed }) => allowed).length
  if (on === 0) return 'off'
  return on === counted.length ? 'on' : 'mixed'
}

/**
 * A box that is on or mixed is unticked, on every channel, the ones done by hand too: a no is a no. One that is off is ticked only where the till
 * can send, so that nobody is said to have agreed to be telephoned.
 */
export function toggleBox(cells: readonly Subscription[], types: readonly MessageType[]): Subscription[] {
  const allowed = boxOf(cells, types) === 'off'
  return cells.map((cell) => (types.includes(cell.type) && (!allowed || cell.counted) ? { ...cell, allowed } : cell))
}

export const toggleCell = (cells: readonly Subscription[], { channel, type }: Subscription): Subscription[] =>
  cells.map((cell) => (cell.channel === channel && cell.type === type ? { ...cell, allowed: !cell.allowed } : cell))

/** What is different from how it stands. */
export const changesOf = (stands: readonly Subscription[], cells: readonly Subscription[]): SubscriptionChange[] =>
  cells.filter((cell, at) => stands[at]?.allowed !== cell.allowed).map(({ channel, type, allowed }) => ({ channel, type, allowed }))

export const ticked = (cells: readonly Subscription[]): { readonly on: number; readonly of: number } =>
  ({ on: cells.filter((cell) => cell.counted && cell.allowed).length, of: cells.filter((cell) => cell.counted).length })
