import type { Core } from '../context.ts'
import { channels } from '../messaging/subscriptions.ts'
import { messageTypes, type Channel, type ConsentState, type MessageType } from '../messaging/consent.ts'
import { appendConsent, consentHistory, consentStates } from '../messaging/consent.sql.ts'
import type { Caller, CustomerId, Json } from '../vocabulary.ts'
import type { Both } from './merge-rows.ts'

/** One channel and type of two records: what each said (null: never asked), and what holds for the one that stays. */
export type ConsentOfBoth = { readonly channel: Channel; readonly type: MessageType; readonly keep: boolean | null; readonly gone: boolean | null; readonly after: boolean | null }

/** How the 'no' is marked that a taken-back merge leaves where nobody had been asked before: it is nobody's answer. */
const neverAsked = 'unmerge'

/**
 * The stricter answer wins, whichever was given later: a no on either side is a no. Where one side was never asked there is no answer to weigh, and
 * the other's stands. What nobody was ever asked is not in the list.
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

/** The last thing the survivor said when the merge was done: what comes after it was said since. */
export const lastAnswerOf = (core: Pick<Core, 'db'>, keptId: CustomerId): string | null => consentHistory(core.db, keptId)[0]?.id ?? null

export type ConsentMemo = { readonly consents: Json; /** Left out by merges of before it was kept. */ readonly lastAnswer?: string | null }

/**
 * Puts the survivor's answers back as they were, where nobody has answered since. Answers are only ever added: never asked comes back as a no that is
 * nobody's. A no that was said since may be of either of them: it holds for both.
 */
export function giveConsentBack(core: Core, { registerId, staffId }: Caller, { keptId, goneId }: Both, { consents, lastAnswer }: ConsentMemo): void {
  const history = consentHistory(core.db, keptId)
  for (const { channel, type, before, eventId } of consents as unknown as readonly Written[]) {
    const last = history.find((event) => event.channel === channel && event.type === type)
    if (last?.id !== eventId) continue
    appendConsent(core.db, { ...last, id: core.newId(), allowed: before === true, how: before === null ? neverAsked : 'merge undone', staffId, registerId, at: core.now() })
  }
  if (lastAnswer === undefined) return
  const since = history.slice(0, lastAnswer === null ? history.length : Math.max(0, history.findIndex(({ id }) => id === lastAnswer)))
  for (const { channel, type, address } of consentStates(core.db, goneId).filter(({ allowed }) => allowed)) {
    const last = since.find((event) => event.channel === channel && event.type === type)
    if (last?.allowed === false) appendConsent(core.db, { ...last, id: core.newId(), customerId: goneId, address, how: 'merge undone', staffId, registerId, at: core.now() })
  }
}
