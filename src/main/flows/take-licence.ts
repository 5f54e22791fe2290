import type { Core } from '../context.ts'
import { veil } from '../customers/masks.ts'
import { peopleWithDocument, peopleWithNumber, renewDocument, setDocumentKey } from '../customers/document-keys.sql.ts'
import { documentKeyOf } from '../devices/document-key.ts'
import { licenceFlags } from '../devices/licence-flags.ts'
import type { Licence, LicenceFlags } from '../devices/licence.ts'
import { scanSettings, shopSecret } from '../devices/scans.sql.ts'
import { insertAgeCheck } from '../sales/age-checks.sql.ts'
import { linesOf } from '../sales/lines.sql.ts'
import { openSaleOn, type SaleHead } from '../sales/sales.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { cartToFill } from './change-cart.ts'
import { todayIn } from './customer-on-sale.ts'
import { sightOf } from './field-sight.ts'
import { lookalikesOf } from './find-lookalikes.ts'
import { compareLicence } from './licence-profile.ts'
import { personOf } from './licence-person.ts'
import { currentCart } from './price-cart.ts'
import type { LicenceNote, ScanDone, ScanOutcome } from './scan-outcome.ts'
import { seenLookalikes } from './seen-customers.ts'
import { takeCustomer } from './take-code.ts'
import { theShop } from './the-shop.ts'

const usualLimits = [18, 19, 21]
const mostLikely = 3

/**
 * A licence finds its person by a keyed hash and puts them on the cart, its age check written down; nobody found, the screen is handed a filled form
 * and who it may be. On a profile it fills what is empty and asks about the rest. Anywhere else it is not used.
 */
export function takeLicence(core: Core, licence: Licence, done: ScanDone): ScanOutcome {
  if (isHalf(licence)) return { kind: 'read-error' }
  const settings = scanSettings(core.db)
  const flags = licenceFlags(licence, todayIn(core, theShop(core)), settings)
  const key = documentKeyOf(shopSecret(core.db, 'documents'), licence)
  const found = holderOf(core, licence, key)
  const note = noteOf(core, licence, flags, done)
  const person = personOf(licence, settings.idKeeping, key)
  const { screen, customerId } = done.asked
  if (screen === 'profile' && customerId !== null) return seenComparison(core, done.caller, compareLicence(core, { customerId, person, licence, note, holder: found }))
  if (screen !== 'sell' && screen !== 'sell-dialog' && screen !== 'picker') return { kind: 'licence-not-here' }
  writeAgeCheck(core, flags, note, done)
  if (found === null) return { kind: 'licence-new', person, licence: note, likely: seenLookalikes(core, done.caller, likelyOf(core, person)), cart: currentCart(core, done.caller) }
  keepKnown(core, found, { licence, key, done })
  const taken = takeCustomer(core, found, done)
  return taken.kind === 'customer-attached' ? { ...taken, cart: currentCart(core, done.caller) ?? taken.cart, licence: note } : taken
}

const seenFields = { name: null, birthDate: 'birthDate', licence: 'document', address: 'address' } as const
/** What is on file and differs from the card, as far as whoever scanned it may see it. */
function seenComparison(core: Core, caller: ScanDone['caller'], outcome: ScanOutcome): ScanOutcome {
  if (outcome.kind !== 'licence-profile') return outcome
  const sight = sightOf(core, caller)
  const isSeen = (field: keyof typeof seenFields): boolean => seenFields[field] === null || sight[seenFields[field]] === 'full' || (field === 'licence' && sight.document === 'masked')
  return { ...outcome, differs: outcome.differs.map((one) => (isSeen(one.field) ? one : { ...one, now: veil })) }
}

/** Of a barcode that was cut off anything may be missing: it is scanned again. A stripe whose second track came whole says who it is. */
const isHalf = ({ source, warnings }: Licence): boolean => source === 'aamva' && warnings.includes('incomplete')

function holderOf(core: Core, { numberKey, jurisdiction }: Licence, key: string | null): CustomerId | null {
  if (key === null) return null
  return peopleWithDocument(core.db, key)[0] ?? peopleWithNumber(core.db, numberKey, jurisdiction)[0] ?? null
}

const likelyOf = (core: Core, { firstName, lastName, birthDate }: { firstName: string; lastName: string; birthDate: LicenceNote['expiresOn'] }) =>
  birthDate === null ? [] : lookalikesOf(core, { name: `${firstName} ${lastName}`.trim(), phone: '', email: '', birthDate, exceptId: null })
    .filter(({ why }) => why.includes('name-and-birth-date')).slice(0, mostLikely)

/** The limits that count here: the shop's own and those of what lies on the cart. */
function limitsHere(core: Core, sale: SaleHead | undefined): number[] {
  const lines = sale ? linesOf(core.db, sale.id).flatMap(({ minimumAge }) => minimumAge ?? []) : []
  return [theShop(core).minimumAge, ...lines].filter((limit) => limit > 0)
}

function noteOf(core: Core, licence: Licence, flags: LicenceFlags, { caller }: ScanDone): LicenceNote {
  const { age, expired, expiresToday, notYetValid, nonsense, disagrees } = flags
  const missed = limitsHere(core, openSaleOn(core.db, caller.registerId)).filter((limit) => age !== null && age < limit)
  return { age, under: missed.length > 0 ? Math.max(...missed) : null, expired, expiresToday, expiresOn: licence.expiryDate, notYetValid, nonsense, disagrees }
}

/** Written with the open cart: the highest limit that was reached, and the one that was not. A document that proves nothing passes nobody. */
function writeAgeCheck(core: Core, flags: LicenceFlags, note: LicenceNote, { caller, asked }: ScanDone): void {
  const { age, expired, notYetValid, nonsense } = flags
  if (age === null || nonsense) return
  // The age was asked for before the first thing lay on the cart: it begins with the check.
  const sale = openSaleOn(core.db, caller.registerId) ?? (asked.screen === 'sell-dialog' ? cartToFill(core, caller) : undefined)
  if (!sale) return
  const check = { how: 'id-scan' as const, customerId: null, approvedBy: null, saleId: sale.id, staffId: caller.staffId, at: core.now() }
  const reached = [...usualLimits, ...limitsHere(core, sale)].filter((limit) => limit <= age)
  if (note.under !== null) insertAgeCheck(core.db, { ...check, id: `check-${asked.requestId}-no`.slice(0, 64), minimumAge: note.under, passed: false })
  if (expired || notYetValid || reached.length === 0) return
  insertAgeCheck(core.db, { ...check, id: `check-${asked.requestId}`.slice(0, 64), minimumAge: Math.max(...reached), passed: true })
  core.emit('sale-changed', { registerId: caller.registerId })
}

type Known = { readonly licence: Licence; readonly key: string | null; readonly done: ScanDone }
/** Someone whose number was typed in is found by the hash from now on; a card that was renewed brings its new last day. */
function keepKnown(core: Core, customerId: CustomerId, { licence, key, done: { caller } }: Known): void {
  const changed = inTransaction(core.db, () => {
    if (key !== null && !peopleWithDocument(core.db, key).includes(customerId)) setDocumentKey(core.db, customerId, key, core.now())
    const renewed = licence.expiryDate !== null && renewDocument(core.db, customerId, licence.expiryDate, core.now()) > 0
    if (renewed) {
      appendAudit(core.db, {
        id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'document-renewed', target: `customer/${customerId}`,
        after: { expiresOn: licence.expiryDate },
      })
    }
    return renewed
  })
  if (changed) core.emit('customer-changed', { customerId })
}
