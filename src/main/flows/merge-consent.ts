import type { Core } from '../context.ts'
import { channels } from '../messaging/subscriptions.ts'
import { messageTypes, type Channel, type ConsentState, type MessageType } from '../messaging/consent.ts'
import { appendConsent, consentHistory, consentStates } from '../messaging/consent.sql.ts'
import type { Caller, CustomerId, Json } from '../vocabulary.ts'

/** One channel and type of two records: what each said (null: never asked), and what holds for the one that stays. */
export type ConsentOfBoth = { readonly channel: Channel; readonly type: MessageType; readonly keep: boolean | null; readonly gone: boolean | null; readonly after: boolean | null }

/** How the 'no' is marked that a taken-back merge leaves where nobody had been asked before: it is nobody's answer. */
const neverAsked = 'unmerge'

/**
 * The stricter answer wins: a no on either side is a no. Where one side was never asked there is no answer to weigh, and the other's stands. What
 * nobody was ever asked is not in the list.
 */
export function consentOfBoth(keep: readonly ConsentState[], gone: readonly ConsentState[]): ConsentOfBoth[] {
  const said = (states: readonly ConsentState[], channel: Channel, type: MessageType): boolean | null =>
    states.find((state) => state.channel === channel && state.type === type && !(state.how === neverAsked && !state.allowed))?.allowed ?? null
  return channels.flatMap((channel) => messageTypes.map((type) => {
    const [mine, theirs] = [said(keep, channel, type), said(gone, channel, type)]
    return { channel, type, keep: mine, gone: theirs, after: mine === false || theirs === false ? false : (mine ?? theirs) }
  })).filter(({ after }) => after !== null)
}

type Cell = { readonly channel: Channel; readonly type: MessageType }
type Written = Cell & { readonly before: boolean | null; readonly eventId: string }

/** Writes down for the survivor what differs for them now, word for word as the other was asked, and answers it for the undo. */
export function carryConsentOver(core: Core, { registerId, staffId }: Caller, keptId: CustomerId, goneId: CustomerId, goneCode: string): Json {
  const cells = consentOfBoth(consentStates(core.db, keptId), consentStates(core.db, goneId)).filter(({ keep, after }) => keep !== after)
  const history = [...consentHistory(core.db, goneId), ...consentHistory(core.db, keptId)]
  return cells.flatMap(({ channel, type, keep, after }): Written[] => {
    const asked = history.find((event) => event.channel === channel && event.type === type && event.allowed === after) ?? history.find((event) => event.channel === channel && event.type === type)
    if (!asked) return []
    const eventId = core.newId()
    appendConsent(core.db, { ...asked, id: eventId, customerId: keptId, allowed: after === true, how: `merge ${goneCode}`, staffId, registerId, at: core.now() })
    return [{ channel, type, before: keep, eventId }]
  }) as unknown as Json
}

/** Puts the survivor's answers back as they were, where nobody has answered since. Answers are only ever added: never asked comes back as a no that is nobody's. */
export function giveConsentBack(core: Core, { registerId, staffId }: Caller, keptId: CustomerId, written: readonly Written[]): void {
  const history = consentHistory(core.db, keptId)
  for (const { channel, type, before, eventId } of written) {
    const last = history.find((event) => event.channel === channel && event.type === type)
    if (last?.id !== eventId) continue
    appendConsent(core.db, { ...last, id: core.newId(), allowed: before === true, how: before === null ? neverAsked : 'merge undone', staffId, registerId, at: core.now() })
  }
}
export type { Written as ConsentWritten }
