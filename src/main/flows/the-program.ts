import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { accountOf, type Account } from '../loyalty/accounts.sql.ts'
import { localMoment, type LocalMoment } from '../loyalty/calendar.ts'
import type { Entry } from '../loyalty/ledger.ts'
import type { RuleVersion } from '../loyalty/program.ts'
import { programAt, programVersion } from '../loyalty/program.sql.ts'
import type { CustomerId, EntryId, Instant, RegisterId, StaffId } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

/** Who writes: a till, and the person at it, or nobody where time alone brought it about. */
export type Desk = { readonly registerId: RegisterId; readonly staffId: StaffId | null }
/** The rules that hold at a moment, and the moment as the shop's clock shows it. */
export type Now = { readonly at: Instant; readonly moment: LocalMoment; readonly program: RuleVersion }

/** Refuses 'loyalty-off' where no version has begun or the shop has switched it off. */
export function programNow(core: Core, at: Instant = core.now()): Now {
  const program = programAt(core.db, at)
  if (!program?.rules.on) throw new Refusal('loyalty-off')
  return { at, moment: localMoment(at, theShop(core).timeZone), program }
}
/** The same, but null where loyalty is off: a sale goes on without points. */
export function programIfOn(core: Core, at: Instant): Now | null {
  const program = programAt(core.db, at)
  return program?.rules.on ? { at, moment: localMoment(at, theShop(core).timeZone), program } : null
}

/** Corrections of what a programme once gave go on after it was switched off: by the newest rules, at this moment. */
export function programNowOrThen(core: Core, { ruleVersion }: Pick<Entry, 'ruleVersion'>): Now {
  const at = core.now()
  const program = programAt(core.db, at) ?? programVersion(core.db, ruleVersion)
  if (!program) throw new Refusal('loyalty-off')
  return { at, moment: localMoment(at, theShop(core).timeZone), program }
}

/** The customer's account, or 'not-a-member'. */
export function theMember(core: Core, customerId: CustomerId): Account {
  const account = accountOf(core.db, customerId)
  if (!account) throw new Refusal('not-a-member', { customerId })
  return account
}

/** What every row of an act has in common. */
export const rowOf = (core: Core, { staffId }: Desk, account: Account, { at, moment, program }: Now): Pick<Entry, 'id' | 'accountId' | 'customerId' | 'staffId' | 'at' | 'day' | 'ruleVersion'> =>
  ({ id: core.newId() as EntryId, accountId: account.id, customerId: account.customerId, staffId, at, day: moment.day, ruleVersion: program.version })
