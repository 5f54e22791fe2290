import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { EditedTaxes } from '../shop/shop-shapes.ts'
import type { Register, Shop, TaxClass, TaxRate } from '../shop/shop.ts'
import { getRegister, readTaxes, renameRegister, retireTaxRate, saveShop, saveTaxClass, saveTaxRate, taxRateExists } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Json, RegisterId, RequestId, TaxClassId, TaxRateId } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

/** Changes some of the shop's facts and leaves the others; the audit holds what each was before. */
export function updateShop(core: Core, caller: Caller, { requestId, changes }: { requestId: RequestId; changes: Partial<Omit<Shop, 'currency'>> }): null {
  once(core.db, { id: requestId, door: 'shop/update', at: core.now() }, () => {
    const before = theShop(core)
    const after = { ...before, ...changes }
    saveShop(core.db, after, core.now())
    note(core, caller, 'shop-changed', 'shop', { before: only(before, changes), after: only(after, changes) })
    return null
  })
  core.emit('shop-changed', {})
  return null
}

/** Replaces the taxes that are charged from now on. A rate's id keeps its past; one left out is retired, never deleted; an unknown id is 'not-found'. */
export function saveTaxes(core: Core, caller: Caller, { requestId, rates, classes }: EditedTaxes & { requestId: RequestId }): { rates: TaxRate[]; classes: TaxClass[] } {
  const saved = once(core.db, { id: requestId, door: 'shop/save-taxes', at: core.now() }, () => {
    const before = readTaxes(core.db)
    const rateIds = rates.map((rate) => rateIdOf(core, rate.id))
    before.rates.filter(({ id }) => !rateIds.includes(id)).forEach(({ id }) => retireTaxRate(core.db, id))
    rates.forEach(({ name, ratePpm }, at) => saveTaxRate(core.db, { id: rateIds[at] as TaxRateId, name: name.trim(), ratePpm }, at))
    saveClasses(core, classes, rateIds, before.classes)
    const after = readTaxes(core.db)
    note(core, caller, 'taxes-changed', 'shop', { before: inWords(before), after: inWords(after) })
    return after
  })
  core.emit('shop-changed', {})
  return saved
}

/** Items point at their class, so one that is left out stays, behind the others. */
function saveClasses(core: Core, classes: EditedTaxes['classes'], rateIds: readonly TaxRateId[], before: readonly TaxClass[]): void {
  const listed = classes.map((one) => ({
    id: classIdOf(core, one.id, before), name: one.name.trim(), rateIds: one.rates.flatMap((place) => rateIds[place] ?? []),
  }))
  const others = before.filter(({ id }) => !listed.some((one) => one.id === id))
  const all = [...listed, ...others.map((one) => ({ ...one, rateIds: one.rateIds.filter((id) => rateIds.includes(id)) }))]
  all.forEach((one, at) => saveTaxClass(core.db, one, at))
}

function rateIdOf(core: Core, id: TaxRateId | null): TaxRateId {
  if (id !== null && !taxRateExists(core.db, id)) throw new Refusal('not-found', { field: 'rates' })
  return id ?? (core.newId() as TaxRateId)
}

function classIdOf(core: Core, id: TaxClassId | null, known: readonly TaxClass[]): TaxClassId {
  if (id !== null && !known.some((one) => one.id === id)) throw new Refusal('not-found', { field: 'classes' })
  return id ?? (core.newId() as TaxClassId)
}

export function renameTill(core: Core, caller: Caller, { requestId, registerId, name }: { requestId: RequestId; registerId: RegisterId; name: string }): Register {
  const renamed = once(core.db, { id: requestId, door: 'shop/rename-register', at: core.now() }, () => {
    const before = getRegister(core.db, registerId)
    if (!before) throw new Refusal('not-found', { field: 'registerId' })
    renameRegister(core.db, registerId, name.trim())
    note(core, caller, 'till-renamed', `register/${registerId}`, { before: { name: before.name }, after: { name: name.trim() } })
    return { ...before, name: name.trim() }
  })
  core.emit('shop-changed', {})
  return renamed
}

/** Taxes for the audit, as a person reads them: "HST 14 %", "Books: HST". */
const inWords = ({ rates, classes }: { rates: readonly TaxRate[]; classes: readonly TaxClass[] }): Json => ({
  rates: rates.map(({ name, ratePpm }) => `${name} ${ratePpm / 10_000} %`),
  classes: classes.map(({ name, rateIds }) => [name, rateIds.map((id) => rates.find((rate) => rate.id === id)?.name).join(' + ')].filter(Boolean).join(': ')),
})
const only = (shop: Shop, changes: Partial<Shop>): Json => Object.fromEntries(Object.keys(changes).map((key) => [key, shop[key as keyof Shop] as Json]))
const note = (core: Core, { registerId, staffId }: Caller, kind: string, target: string, values: { before: Json; after: Json }): number =>
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target, ...values })
