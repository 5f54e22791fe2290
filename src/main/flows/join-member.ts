import type { Core } from '../context.ts'
import { pendingEarns } from '../customers/rules.sql.ts'
import { standingOf } from '../customers/standing.ts'
import { Refusal } from '../errors.ts'
import { accountOf, birthDateKnownSince, insertAccount, knownBy, noteSignUp, personOf, signUpSecret, type Account, type PointsPerson } from '../loyalty/accounts.sql.ts'
import { birthdayWindow, knownInTime, personKeys, type BirthdayWindow, type Person } from '../loyalty/bonuses.ts'
import { localMoment } from '../loyalty/calendar.ts'
import { expiresOn } from '../loyalty/expiry.ts'
import { signUpHolders } from '../loyalty/households.sql.ts'
import { entry } from '../loyalty/ledger.ts'
import type { AccountId, CustomerId, PlainDate, Points } from '../vocabulary.ts'
import { poolOf } from './pool.ts'
import { programNow, rowOf, type Desk, type Now } from './the-program.ts'
import { theShop } from './the-shop.ts'
import { writeEntry } from './write-entry.ts'

/** Makes a customer a member; where they are one, nothing happens. Refuses 'not-found', and 'customer-inactive' for one that is not served. */
export function joinMember(core: Core, desk: Desk, customerId: CustomerId, now: Now = programNow(core)): Account {
  const known = accountOf(core.db, customerId)
  if (known) return known
  const person = personOf(core.db, customerId)
  if (!person) throw new Refusal('not-found', { field: 'customerId' })
  if (!mayEarn(core, person)) throw new Refusal('customer-inactive', { customerId, status: person.status })
  insertAccount(core.db, { id: core.newId() as AccountId, customerId, joinedAt: now.at, joinedDay: now.moment.day, ...desk })
  const account = accountOf(core.db, customerId)!
  if (now.program.rules.bonuses.signUpWhen === 'at-once') giveSignUp(core, desk, account, now)
  return account
}

/** Active customers earn and redeem, and those whose approval is pending where the shop lets them; inactive, banned, merged and erased ones do not. */
export const mayEarn = ({ db }: Pick<Core, 'db'>, { status }: PointsPerson): boolean => standingOf(status).points && (status !== 'pending' || pendingEarns(db))

/** The sign-up bonus, once per person: another account with the same number, address, name with birth date or document gets none. */
export function giveSignUp(core: Core, desk: Desk, account: Account, now: Now): void {
  const { rules } = now.program
  const person = personOf(core.db, account.customerId)
  if (!person || rules.bonuses.signUpPoints === 0) return
  const known = { ...knownBy(core.db, account.customerId), birthDate: person.birthDate, name: person.name ?? '' }
  const keys = personKeys(known, signUpSecret(core.db))
  if (hadBonus(core, account, known, now)) return
  const common = rowOf(core, desk, account, now)
  const points = rules.bonuses.signUpPoints as Points
  const { fresh } = writeEntry(core, desk.registerId, entry(common, 'sign-up', `sign-up/${account.id}`, {
    points, working: { kind: 'sign-up' }, lots: [{ originId: common.id, points, expiresOn: expiresOn(rules.expiry.rule, common.day), earnedAt: common.at }],
  }))
  if (fresh) noteSignUp(core.db, keys, account.id, now.at)
}

/** Someone who shares a phone or an e-mail with their own household is not the same person for that; who shares a birth date and name, or a document, is. */
function hadBonus(core: Core, account: Account, known: Person, now: Now): boolean {
  const secret = signUpSecret(core.db)
  const family = poolOf(core, account, now).accountIds
  const strong = new Set(signUpHolders(core.db, personKeys({ ...known, phones: [], emails: [] }, secret)))
  return signUpHolders(core.db, personKeys(known, secret)).some((holder) => strong.has(holder) || holder === account.id || !family.includes(holder))
}

/** The birthday window of today, where the birth date has been on file for long enough; else null. */
export function birthdayNow(core: Core, person: PointsPerson, { moment, program }: Now): BirthdayWindow | null {
  if (person.birthDate === null) return null
  const window = birthdayWindow(person.birthDate, moment.day, program.rules)
  if (!window) return null
  const changedOn: PlainDate = localMoment(person.updatedAt, theShop(core).timeZone).day
  const since = birthDateKnownSince(core.db, person.customerId, person.birthDate, changedOn)
  return knownInTime(window, since, program.rules) ? window : null
}
