import { z } from 'zod'
import type { Core } from '../context.ts'
import { displayName } from '../customers/names.ts'
import { staffMail } from '../customers/exports.sql.ts'
import { countPeople, peopleById } from '../customers/people.sql.ts'
import { Refusal } from '../errors.ts'
import { filledText, id, requestId, takes } from '../input.ts'
import { cancelMessage, countsOf, insertSupport, messagesOf, retryMessage, type WaitingMessage } from '../messaging/waiting.sql.ts'
import { listRegisters } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { versionOf } from '../store/migrate.ts'
import { once } from '../store/once.ts'
import type { Caller, RequestId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { theShop } from './the-shop.ts'

const mostShown = 300
const change = z.strictObject({ requestId, id: id<string>() })
const support = z.strictObject({ requestId, body: filledText(4_000), withReport: z.boolean() })
const nothing = z.strictObject({})

/** A message with the name of whom it is for; the address is left out where this person may not see it. */
export type OutboxLine = WaitingMessage & { readonly name: string }
/** What of the shop depends on something outside this computer, and how it stands. 'local': it needs nothing. 'off': nothing was set up. */
export type Service = { readonly name: 'sync' | 'email' | 'sms' | 'maps'; readonly state: 'local' | 'on' | 'off'; readonly waiting: number }

/** What waits to be sent, the state of each service, and a message to whoever looks after the program. */
export const outboxDoors = (core: Core) => ({
  'messaging/outbox': takes(nothing, (_input, caller): OutboxLine[] => linesFor(core, caller), 'see-reports'),
  'messaging/cancel': takes(change, (input, caller): null => changed(core, caller, input, 'message-cancelled', () => cancelMessage(core.db, input.id, core.now())), 'see-reports'),
  'messaging/retry': takes(change, (input, caller): null => changed(core, caller, input, 'message-retried', () => retryMessage(core.db, input.id)), 'see-reports'),
  'messaging/services': takes(nothing, (): Service[] => servicesOf(core)),
  'help/report': takes(nothing, (_input, caller): { text: string } => ({ text: reportOf(core, caller) })),
  'help/message': takes(support, (input, caller): null => sendSupport(core, caller, input)),
})

function linesFor(core: Core, caller: Caller): OutboxLine[] {
  const sight = sightOf(core, caller)
  const rows = messagesOf(core.db, mostShown)
  const people = new Map<string, string>(peopleById(core.db, rows.flatMap(({ customerId }) => customerId ?? [])).map((person) => [person.id, displayName(person)]))
  return rows.map((row) => ({ ...row, address: sight[row.channel === 'sms' ? 'phone' : 'email'] === 'full' ? row.address : '', name: people.get(row.customerId ?? '') ?? '' }))
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

function servicesOf(core: Core): Service[] {
  const { sms, email } = countsOf(core.db)
  const files = staffMail(core.db, mostShown).filter(({ state }) => state === 'queued').length
  return [
    { name: 'sync', state: 'local', waiting: 0 }, { name: 'email', state: 'off', waiting: email + files },
    { name: 'sms', state: core.ports.sendText ? 'on' : 'off', waiting: sms }, { name: 'maps', state: 'off', waiting: 0 },
  ]
}

/** What goes along with a question: the program and the size of the shop, nothing of any person. Shown before it is sent. */
function reportOf(core: Core, { registerId }: Caller): string {
  const { country, language, currency } = theShop(core)
  const tills = listRegisters(core.db)
  const till = tills.find((each) => each.id === registerId)?.number ?? 0
  return [`file ${versionOf(core.db)}`, `shop ${country} ${language} ${currency}`, `till ${till} of ${tills.length}`, `customers ${countPeople(core.db, true)}`].join('\n')
}

function sendSupport(core: Core, caller: Caller, { requestId: request, body, withReport }: z.infer<typeof support>): null {
  once(core.db, { id: request, door: 'help/message', at: core.now() }, () => {
    insertSupport(core.db, { id: core.newId(), body: body.trim(), report: withReport ? reportOf(core, caller) : '', staffId: caller.staffId, registerId: caller.registerId, at: core.now() })
    return null
  })
  core.emit('outbox-changed', {})
  return null
}
