import type { Core } from '../context.ts'
import { noteTold, untoldDecisions, type Decision } from '../customers/standings.sql.ts'
import { readRecord } from '../customers/record.sql.ts'
import { allowedBy, enqueue } from '../messaging/outbox.sql.ts'
import { texts } from '../messaging/texts.ts'
import { inTransaction } from '../store/sql.ts'
import { undoMs } from './decide-approvals.ts'
import { theShop } from './the-shop.ts'

const mostAtOnce = 50
/** A tap on Undo may be on its way when the ten seconds end. */
const laterMs = undoMs + 5_000

/** Puts a message into the outbox for everyone who was approved or denied and may be written to, once it can no longer be undone. Answers how many were done. */
export function tellDecisions(core: Core): number {
  const before = new Date(Date.parse(core.now()) - laterMs).toISOString()
  const open = untoldDecisions(core.db, before, mostAtOnce)
  if (open.length > 0) inTransaction(core.db, () => open.forEach((each) => tell(core, each)))
  return open.length
}

function tell(core: Core, { id, customerId, decision }: Decision): void {
  const at = core.now()
  noteTold(core.db, id, at)
  const person = readRecord(core.db, customerId)
  const consent = allowedBy(core.db, customerId, 'sms') ?? allowedBy(core.db, customerId, 'email')
  if (!person || !consent || person.status === 'merged' || person.status === 'erased') return
  const shop = theShop(core)
  const say = texts[person.language ?? consent.language]
  const body = decision === 'approved' ? say.approved(shop.name) : say.denied(shop.name)
  enqueue(core.db, { id: core.newId(), sourceKey: `approval/${id}`, customerId, channel: consent.channel, purpose: `approval-${decision}`, address: consent.address, body, consentId: consent.id, at })
}
