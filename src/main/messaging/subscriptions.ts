import type { Instant } from '../vocabulary.ts'
import { messageTypes, type Channel, type ConsentState, type MessageType } from './consent.ts'

/** In the order they are shown. The till itself writes by the first two; the others are kept for who does it by hand. */
export const channels: readonly Channel[] = ['sms', 'email', 'whatsapp', 'phone', 'post']
const sent: readonly Channel[] = ['sms', 'email']
/** How a yes was given; `undo` where a no was taken back at once. */
export type Given = 'in-person' | 'by-phone' | 'on-paper' | 'by-message' | 'other' | 'undo'
export const waysToGive: readonly Given[] = ['in-person', 'by-phone', 'on-paper', 'by-message', 'other', 'undo']

/**
 * One channel and type: how it stands, since when and by what act. `reachable` is false where there is no number or address to be said of;
 * `counted` where the till itself can send by it, so that the three boxes speak of it (C7, S4-16).
 */
export type Subscription = {
  readonly channel: Channel; readonly type: MessageType; readonly allowed: boolean; readonly reachable: boolean; readonly counted: boolean
  readonly since: Instant | null; readonly how: string | null
}
/** The whole matrix; `on` of `of` counts what the till can send by. */
export type Subscriptions = { readonly cells: readonly Subscription[]; readonly on: number; readonly of: number }
export type SubscriptionChange = { readonly channel: Channel; readonly type: MessageType; readonly allowed: boolean }

/** How every channel and type of one person stands: the last word on each, off where nobody ever asked. */
export function subscriptionsOf(states: readonly ConsentState[], isReachable: (channel: Channel) => boolean): Subscriptions {
  const cells = channels.flatMap((channel) => messageTypes.map((type): Subscription => {
    const state = states.find((each) => each.channel === channel && each.type === type)
    const reachable = isReachable(channel)
    return { channel, type, allowed: state?.allowed ?? false, reachable, counted: reachable && sent.includes(channel), since: state?.at ?? null, how: state?.how ?? null }
  }))
  const counted = cells.filter((cell) => cell.counted)
  return { cells, on: counted.filter(({ allowed }) => allowed).length, of: counted.length }
}
