import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { getRegister, insertRegister, listRegisters, readShop } from '../shop/shop.sql.ts'
import { tillName } from '../shop/till-name.ts'
import { afterWrong, decoyHash, isLocked, refusalFor, wrongAllowed, type Tries } from '../staff/pin.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Session, Staff } from '../staff/staff.ts'
import { getStaff, pinHashOf, sessionOn, startSession } from '../staff/staff.sql.ts'
import { clearTries, saveTries, triesOf } from '../staff/tries.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { RegisterId, StaffId } from '../vocabulary.ts'

export type PinTry = { readonly registerId: RegisterId; readonly staffId: StaffId; readonly pin: string }
type Taken = { readonly person: Tries; readonly till: Tries }

/**
 * Is this the PIN of that person? A Refusal is returned, not thrown, so that the caller can write it down: 'wrong-pin' {left} or
 * 'pin-locked' {until, seconds}. The try is counted as wrong in the database before the slow compare, so guesses sent at once cannot outrun the
 * lock; a right one clears the count. Someone who does not exist, left or has no PIN answers like a wrong PIN and takes as long.
 */
export async function provePin(core: Core, { registerId, staffId, pin }: PinTry): Promise<Staff | Refusal> {
  const taken = takeTry(core, registerId, staffId)
  if (taken instanceof Refusal) return taken
  const hash = pinHashOf(core.db, staffId)
  const matches = await core.ports.pinMatches(pin, hash ?? decoyHash)
  return inTransaction(core.db, () => {
    const staff = getStaff(core.db, staffId)
    const stillTheirs = hash !== undefined && hash === pinHashOf(core.db, staffId)
    if (!matches || !staff || !stillTheirs) return refusalFor(taken.person, taken.till, core.now())
    clearTries(core.db, staffId)
    clearTries(core.db, registerId)
    return staff
  })
}

function takeTry(core: Core, registerId: RegisterId, staffId: StaffId): Taken | Refusal {
  return inTransaction(core.db, () => {
    const at = core.now()
    const person = triesOf(core.db, staffId)
    const till = triesOf(core.db, registerId)
    if (isLocked(person, at) || isLocked(till, at)) return refusalFor(person, till, at)
    const taken = { person: afterWrong(person, wrongAllowed.person, at), till: afterWrong(till, wrongAllowed.till, at) }
    saveTries(core.db, staffId, taken.person, at)
    saveTries(core.db, registerId, taken.till, at)
    return taken
  })
}

/** Signs a person in on this till, also over a locked screen and in the place of someone else; every try is audited. */
export async function signIn(core: Core, asked: PinTry): Promise<Session> {
  const proven = await provePin(core, asked)
  const isNewTill = inTransaction(core.db, () => {
    const refused = proven instanceof Refusal
    const outcome = refused ? proven.code : 'done'
    const at = core.now()
    appendAudit(core.db, {
      id: core.newId(), at, registerId: asked.registerId, staffId: refused ? null : asked.staffId, kind: 'sign-in', target: `staff/${asked.staffId}`, outcome,
    })
    if (refused) return false
    const added = knowRegister(core, asked.registerId)
    startSession(core.db, asked.registerId, asked.staffId, at)
    return added
  })
  if (proven instanceof Refusal) throw proven
  if (isNewTill) core.emit('shop-changed', {})
  const session = sessionOn(core.db, asked.registerId)
  if (!session) throw new Refusal('wrong-pin', { left: wrongAllowed.person - 1 })
  core.emit('session-changed', { registerId: asked.registerId })
  return session
}

/** A second till, or a shop's file that was moved to a new machine, is entered in the list the first time someone signs in there. */
function knowRegister(core: Core, id: RegisterId): boolean {
  if (getRegister(core.db, id)) return false
  const number = Math.max(0, ...listRegisters(core.db).map((register) => register.number)) + 1
  insertRegister(core.db, { id, name: tillName(readShop(core.db)?.language ?? 'en', number) }, core.now())
  return true
}
