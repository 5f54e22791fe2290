import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Door } from '../input.ts'
import { sessionOn } from '../staff/staff.sql.ts'
import type { Caller, RegisterId } from '../vocabulary.ts'
import { may } from './approve.ts'

/**
 * Who is calling, and may they? Nobody signed in: 'not-signed-in'; the till is locked: 'locked'; they must choose another PIN first: 'pin-change-needed'; their role may not: 'not-allowed', or
 * 'needs-approval' where a manager's PIN would do (such a door does not name the right here: it takes an approval instead).
 */
export function letIn(core: Core, registerId: RegisterId, door: Door<never, unknown> | Door<unknown, unknown>): Caller {
  const session = sessionOn(core.db, registerId)
  if (door.who === 'anyone') return { registerId, staffId: session?.staffId ?? null, role: session?.role ?? null } as Caller
  if (!session) throw new Refusal('not-signed-in')
  if (session.locked) throw new Refusal('locked')
  if (session.pinDue && !door.beforePin) throw new Refusal('pin-change-needed')
  if (door.needs && may(core, session.role, door.needs) !== 'yes') throw new Refusal('not-allowed', { right: door.needs })
  return { registerId, staffId: session.staffId, role: session.role }
}
