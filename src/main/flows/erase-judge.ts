import { balanceOf as accountBalance } from '../accounts/entries.sql.ts'
import type { Core } from '../context.ts'
import { displayName } from '../customers/names.ts'
import { eraseSettings, isBeingErased } from '../customers/erasures.sql.ts'
import { readRecord } from '../customers/record.sql.ts'
import type { RefusalCode } from '../errors.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import { balanceOf } from '../loyalty/ledger.sql.ts'
import { countCards } from '../loyalty/redact.sql.ts'
import { cartHolding, countSold } from '../sales/erase.sql.ts'
import { getErasure, type Erasure } from '../customers/erasures.sql.ts'
import type { Caller, CustomerId, Cents, Points } from '../vocabulary.ts'
import { may } from './approve.ts'
import { sightOf } from './field-sight.ts'

/** Why somebody cannot be erased now; null where they can. Money is settled or written off first, and nobody is erased under a cashier's hands. */
export function whyKept(core: Core, customerId: CustomerId): RefusalCode | null {
  if (cartHolding(core.db, customerId)) return 'customer-on-cart'
  const owes = accountBalance(core.db, customerId)
  if (owes > 0) return 'customer-owes'
  return owes < 0 ? 'customer-in-credit' : null
}

/** The same for an erasing that was asked for: a debt of exactly what is given up with it keeps nobody. */
export function whyKeptNow(core: Core, { customerId, writeOffCents }: Pick<Erasure, 'customerId' | 'writeOffCents'>): RefusalCode | null {
  const why = whyKept(core, customerId)
  return why === 'customer-owes' && writeOffCents === accountBalance(core.db, customerId) ? null : why
}

/** What of a person a dialog says before it asks: what goes, what stays, and what stands in the way. */
export type ErasePreview = {
  readonly id: CustomerId; readonly name: string; readonly points: Points; /** Null for who may not see it. */ readonly balanceCents: Cents | null; readonly sales: number; readonly cards: number
  readonly kept: RefusalCode | null; readonly registerName: string | null
  /** May whoever asks: at once, with a PIN, or not at all. */
  readonly answer: 'yes' | 'pin' | 'no'
}

export function previewOf(core: Core, caller: Pick<Caller, 'role'>, id: CustomerId): ErasePreview | null {
  const record = readRecord(core.db, id)
  if (!record || record.status === 'merged' || record.status === 'erased' || isBeingErased(core.db, id)) return null
  const account = accountOf(core.db, id)
  const points = account ? balanceOf(core.db, account.id).balance : (0 as Points)
  return {
    id, name: displayName(record), points, balanceCents: sightOf(core, caller).balance === 'full' ? accountBalance(core.db, id) : null, sales: countSold(core.db, id), cards: account ? countCards(core.db, [account.id]) : 0,
    kept: whyKept(core, id), registerName: cartHolding(core.db, id)?.registerName ?? null, answer: answerFor(core, caller, points),
  }
}

/** Whoever may edit may delete, where nothing is lost by it; points above the shop's limit need the right or a PIN. */
export function answerFor(core: Core, { role }: Pick<Caller, 'role'>, points: number): 'yes' | 'pin' | 'no' {
  const answer = may(core, role, 'delete-customers')
  if (answer === 'pin' && points <= eraseSettings(core.db).pointsAbove) return 'yes'
  return answer
}

export const theCertificate = (core: Core, number: number): Erasure | undefined => getErasure(core.db, number)
