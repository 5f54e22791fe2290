import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { ageOn } from '../sales/age.ts'
import { insertAgeCheck, type AgeCheck } from '../sales/age-checks.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import { openSaleOn, type SaleHead } from '../sales/sales.sql.ts'
import type { Caller, PlainDate } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { cartAfter, cartToFill, changing } from './change-cart.ts'
import { buyerOf, todayIn } from './customer-on-sale.ts'
import { theShop } from './the-shop.ts'

type Asked = SaleInput<'checkAge'>
const oldestYears = 120

/**
 * Writes down how the buyer's age was checked: by a birth date, by an ID seen, or by letting the expired licence on file pass (approved, for the
 * customer as target). A birth date that is too young is written down as well and refused ('under-age').
 */
export function checkAge(core: Core, caller: Caller, asked: Asked): Cart {
  const today = todayIn(core, theShop(core))
  const age = ageShown(asked, today)
  if (age !== null && age < asked.minimumAge) {
    noteFailure(core, caller, asked)
    throw new Refusal('under-age', { age, minimumAge: asked.minimumAge })
  }
  return changing(core, caller, { requestId: asked.requestId, door: 'sales/check-age' }, () => {
    const sale = cartToFill(core, caller)
    writeCheck(core, caller, sale, { ...asked, passed: true, ...vouchers(core, caller, sale, asked, today) })
    return cartAfter(core, sale.id)
  })
}

/** The age a typed birth date shows today; null where none was asked for. */
function ageShown({ how, birthDate }: Asked, today: PlainDate): number | null {
  if (how !== 'birth-date') return null
  if (birthDate === null) throw new Refusal('bad-date', { field: 'birthDate' })
  if (birthDate > today) throw new Refusal('birth-date-future', { field: 'birthDate' })
  const age = ageOn(birthDate, today)
  if (age > oldestYears) throw new Refusal('birth-date-too-old', { field: 'birthDate' })
  return age
}

type Vouchers = Pick<AgeCheck, 'customerId' | 'approvedBy'>
function vouchers(core: Core, caller: Caller, sale: SaleHead, { how, minimumAge, approvalId }: Asked, today: PlainDate): Vouchers {
  if (how !== 'customer') return { customerId: null, approvedBy: null }
  const { age } = buyerOf(core, sale, today)
  if (sale.customerId === null || age === null) throw new Refusal('age-check-needed', { minimumAge })
  if (age < minimumAge) throw new Refusal('under-age', { age, minimumAge })
  return { customerId: sale.customerId, approvedBy: slipFor(core, caller, 'use-expired-document', sale.customerId, approvalId).approvedBy }
}

/** A refused try survives: it stands outside of the transaction that is not made. */
function noteFailure(core: Core, caller: Caller, asked: Asked): void {
  const sale = openSaleOn(core.db, caller.registerId)
  if (sale) writeCheck(core, caller, sale, { ...asked, passed: false, customerId: null, approvedBy: null })
}

const writeCheck = (core: Core, { staffId }: Caller, sale: SaleHead, check: Pick<AgeCheck, 'minimumAge' | 'how'> & Vouchers & { requestId: string; passed: boolean }): number =>
  insertAgeCheck(core.db, { ...check, id: `check-${check.requestId}`, saleId: sale.id, staffId, at: core.now() })
