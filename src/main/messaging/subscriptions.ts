import type { Instant } from '../vocabulary.ts'
import { messageTypes, type Channel, type ConsentState, type MessageType } from './consent.ts'

/** In the order they are shown. The till itself writes by the first two; the others are kept for who does it by hand. */
export const channels: readonly Channel[] = ['sms', 'email', 'whatsapp', 'phone', 'post']
const sent: readonly Channel[] = ['sms', 'email']
export type Given = 'in-person' | 'by-phone' | 'on-paper' | 'by-message' | 'other'
export const waysToGive: readonly Given[] = ['in-person', 'by-phone', 'on-paper', 'by-message', 'other']

/** One channel and type: how it stands, since when and by what act. `reachable` is false where there is no number or address to be said of. */
export type Subscription = {
  readonly channel: Channel; readonly type: MessageType; readonly allowed: boolean; readonly reachable: boolean
  readonly since: Instant | null; readonly how: string | null
}
export type Tick = 'on' | 'off' | 'mixed'
/** The matrix, and the three views of it that one dialog shows (C7, S4-16). `on` of `of` counts what the till can send by. */
export type Subscriptions = {
  readonly cells: readonly Subscription[]; readonly all: Tick; readonly general: Tick; readonly marketing: Tick; readonly on: number; readonly of: number
}
export type SubscriptionChange = { readonly channel: Channel; readonly type: MessageType; readonly allowed: boolean }

/** How every channel and type of one person stands: the last word on each, off where nobody ever asked. */
export function subscriptionsOf(states: readonly ConsentState[], isReachable: (channel: Channel) => boolean): Subscriptions {
  const cells = channels.flatMap((channel) => messageTypes.map((type): Subscription => {
    const state = states.find((each) => each.channel === channel && each.type === type)
    return { channel, type, allowed: state?.allowed ?? false, reachable: isReachable(channel), since: state?.at ?? null, how: state?.how ?? null }
  }))
  const counted = cells.filter(({ channel, reachable }) => reachable && sent.includes(channel))
  const ofType = (type: MessageType) => counted.filter((cell) => cell.type === type)
  return { cells, all: tickOf(counted), general: tickOf(ofType('general')), marketing: tickOf(ofType('marketing')), on: counted.filter(({ allowed }) => allowed).length, of: counted.length }
}

function tickOf(cells: readonly { readonly allowed: boolean }[]): Tick {
  const on = cells.filter(({ allowed }) => allowed).length
  if (on === 0) return 'off'
  return on === cells.length ? 'on' : 'mixed'
}
