import { z } from 'zod'
import type { Core } from '../context.ts'
import { showPhone } from '../customers/contact.ts'
import { displayName } from '../customers/names.ts'
import { staffMail } from '../customers/exports.sql.ts'
import { peopleById } from '../customers/people.sql.ts'
import { Refusal } from '../errors.ts'
import { id, requestId, takes } from '../input.ts'
import { cancelMessage, countsOf, isUnwanted, letterOf, messagesOf, retryMessage, type WaitingMessage } from '../messaging/waiting.sql.ts'
import { fileOf } from '../messaging/outbox.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, RequestId } from '../vocabulary.ts'
import { needsBalance } from './account-file.ts'
import { sightOf } from './field-sight.ts'
import { theShop } from './the-shop.ts'

const mostShown = 300
const change = z.strictObject({ requestId, id: id<string>() })
const nothing = z.strictObject({})

/** A message with the name of whom it is for; the address is left out where this person may not see it; a phone number is written as people write it. */
export type OutboxLine = WaitingMessage & { readonly name: string }
/** What of the shop depends on something outside this computer, and how it stands. 'local': it needs nothing. 'off': nothing was set up. */
export type Service = { readonly name: 'sync' | 'email' | 'sms' | 'maps'; readonly state: 'local' | 'on' | 'off'; readonly waiting: number }

/** What a message says. `picture`: as a screen can show it, or null. */
/** `fileName` of the file that goes along, where one does. */
export type Letter = { readonly body: string; readonly report: string; readonly staffName: string; readonly picture: string | null; readonly fileName: string | null }

/** What waits to be sent, and the state of each service. */
export const outboxDoors = (core: Core) => ({
  'messaging/outbox': takes(nothing, (_input, caller): OutboxLine[] => linesFor(core, caller), 'see-reports'),
  'messaging/cancel': takes(change, (input, caller): null => changed(core, caller, input, 'message-cancelled', () => cancelMessage(core.db, input.id, core.now())), 'see-reports'),
  'messaging/retry': takes(change, (input, caller): null => changed(core, caller, input, 'message-retried', () => again(core, input.id)), 'see-reports'),
  'messaging/services': takes(nothing, (): Service[] => servicesOf(core)),
  'messaging/letter': takes(z.strictObject({ id: id<string>() }), (input, caller): Letter => letterFor(core, caller, input.id), 'see-reports'),
  'messaging/file': takes(z.strictObject({ id: id<string>() }), (input, caller): SentFile => fileFor(core, caller, input.id), 'see-reports'),
})

function linesFor(core: Core, caller: Caller): OutboxLine[] {
  const [sight, { country }] = [sightOf(core, caller), theShop(core)]
  const rows = messagesOf(core.db, mostShown)
  const people = new Map<string, string>(peopleById(core.db, rows.flatMap(({ customerId }) => customerId ?? [])).map((person) => [person.id, displayName(person)]))
  const written = ({ channel, address }: WaitingMessage): string => (channel === 'sms' && address.startsWith('+') ? showPhone({ e164: address, typed: address }, country) : address)
  return rows.map((row) => ({ ...row, address: sight[row.channel === 'sms' ? 'phone' : 'email'] === 'full' ? written(row) : '', name: people.get(row.customerId ?? '') ?? '' }))
}

/** Written down with who did it. Refuses 'not-found' where the message is no longer in a state that can be changed. */
function changed(core: Core, { registerId, staffId }: Caller, asked: { readonly requestId: RequestId; readonly id: string }, kind: string, write: () => number): null {
  once(core.db, { id: asked.requestId, door: `messaging/${kind}`, at: core.now() }, () => {
    if (write() === 0) throw new Refusal('not-found', { what: 'message' })
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target: `message/${asked.id}` })
    return null
  })
  core.emit('outbox-changed', {})
  return null
}

/** Refuses 'consent-ended' where they said no since: a message they do not want is not sent by pressing Retry. */
function again({ db }: Core, asked: string): number {
  if (isUnwanted(db, asked)) throw new Refusal('consent-ended', { what: 'message' })
  return retryMessage(db, asked)
}

function servicesOf(core: Core): Service[] {
  const { sms, email } = countsOf(core.db)
  const files = staffMail(core.db, mostShown).filter(({ state }) => state === 'queued').length
  return [
    { name: 'sync', state: 'local', waiting: 0 }, { name: 'email', state: 'off', waiting: email + files },
    { name: 'sms', state: core.ports.sendText ? 'on' : 'off', waiting: sms }, { name: 'maps', state: 'off', waiting: 0 },
  ]
}

/** Refuses 'not-found' where there is no such message any more, and 'not-allowed' where it says a balance to who may not see one. */
function letterFor(core: Core, caller: Caller, asked: string): Letter {
  const letter = letterOf(core.db, asked)
  if (!letter) throw new Refusal('not-found', { what: 'message' })
  const { mediaType, bytes, purpose, ...said } = letter
  if (purpose === 'statement') needsBalance(core, caller)
  return { ...said, picture: mediaType && bytes ? `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}` : null }
}

export type SentFile = { readonly base64: string; readonly fileName: string; readonly mediaType: string }
/** The file that goes along with a message, to be looked at before it leaves. Refuses as the message itself. */
function fileFor(core: Core, caller: Caller, asked: string): SentFile {
  letterFor(core, caller, asked)
  const found = fileOf(core.db, asked)
  if (!found) throw new Refusal('not-found', { what: 'message' })
  return { base64: Buffer.from(found.content).toString('base64'), fileName: found.fileName, mediaType: found.mediaType }
}
