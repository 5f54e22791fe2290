import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { isTooSimple } from '../staff/pin.ts'
import { pinsOfLength } from '../staff/staff.sql.ts'
import type { StaffId } from '../vocabulary.ts'

export type FreshPin = { readonly hash: string; readonly length: number; readonly comparedWith: readonly string[] }

/** A PIN as it is kept. Refuses 'pin-too-simple'. */
export async function hashedPin(core: Core, pin: string): Promise<{ hash: string; length: number }> {
  if (isTooSimple(pin)) throw new Refusal('pin-too-simple', { field: 'pin' })
  return { hash: await core.ports.hashPin(pin), length: pin.length }
}

/**
 * The same for someone who works beside others: 'pin-taken' when another active person has it, without saying who. The compare is slow and
 * others may be given PINs meanwhile, so `stillFree` is asked again right before it is saved.
 */
export async function freshPin(core: Core, pin: string, staffId: StaffId): Promise<FreshPin> {
  const hashed = await hashedPin(core, pin)
  const others = pinsOfLength(core.db, pin.length, staffId)
  for (const { pinHash } of others) {
    if (await core.ports.pinMatches(pin, pinHash)) throw new Refusal('pin-taken', { field: 'pin' })
  }
  return { ...hashed, comparedWith: others.map(({ pinHash }) => pinHash) }
}

/** Was every PIN that is in use now compared with? If not, the caller begins again. */
export const stillFree = (core: Core, fresh: FreshPin, staffId: StaffId): boolean =>
  pinsOfLength(core.db, fresh.length, staffId).every(({ pinHash }) => fresh.comparedWith.includes(pinHash))
