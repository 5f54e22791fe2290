import type { Core } from '../context.ts'
import { seedGroupsAndTypes } from '../customers/groups.sql.ts'
import { Refusal } from '../errors.ts'
import type { NewTaxes } from '../shop/shop-shapes.ts'
import type { Shop } from '../shop/shop.ts'
import { insertRegister, readShop, saveShop, saveTaxClass, saveTaxRate } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { insertStaff, savePin, startSession } from '../staff/staff.sql.ts'
import { once } from '../store/once.ts'
import type { Instant, Language, Passer, RequestId, StaffId, TaxClassId, TaxRateId } from '../vocabulary.ts'
import { hashedPin } from './set-pin.ts'

export type SetUp = {
  readonly requestId: RequestId; readonly shop: Shop; readonly taxes: NewTaxes
  readonly owner: { readonly name: string; readonly pin: string; readonly language: Language }; readonly register: { readonly name: string }
}

/** First run: shop, taxes, this till and the owner in one transaction, and the owner is signed in. Only once: 'shop-already-set-up'. */
export async function setUpShop(core: Core, passer: Passer, setUp: SetUp): Promise<null> {
  const pin = await hashedPin(core, setUp.owner.pin)
  once(core.db, { id: setUp.requestId, door: 'shop/set-up', at: core.now() }, () => {
    if (readShop(core.db)) throw new Refusal('shop-already-set-up')
    const at = core.now()
    saveShop(core.db, { ...setUp.shop, name: setUp.shop.name.trim() }, at)
    insertRegister(core.db, { id: passer.registerId, name: setUp.register.name.trim() }, at)
    insertTaxes(core, setUp.taxes)
    seedGroupsAndTypes(core.db, core.newId)
    insertOwner(core, passer, { ...setUp.owner, pin, at })
    return null
  })
  core.emit('shop-changed', {})
  core.emit('session-changed', { registerId: passer.registerId })
  return null
}

function insertTaxes(core: Core, { rates, classes }: NewTaxes): void {
  const ids = rates.map((rate, position) => {
    const id = core.newId() as TaxRateId
    saveTaxRate(core.db, { id, ...rate }, position)
    return id
  })
  classes.forEach(({ name, rates: places }, position) => {
    const rateIds = places.flatMap((place) => ids[place] ?? [])
    saveTaxClass(core.db, { id: core.newId() as TaxClassId, name, rateIds }, position)
  })
}

function insertOwner(core: Core, { registerId }: Passer, owner: { name: string; language: Language; pin: { hash: string; length: number }; at: Instant }): void {
  const id = core.newId() as StaffId
  insertStaff(core.db, { id, name: owner.name.trim(), role: 'owner', language: owner.language, active: true }, owner.at)
  savePin(core.db, id, { ...owner.pin, mustChange: false }, owner.at)
  startSession(core.db, registerId, id, owner.at)
  appendAudit(core.db, { id: core.newId(), at: owner.at, registerId, staffId: id, kind: 'shop-set-up', target: 'shop' })
}
