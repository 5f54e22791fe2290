import type { Core } from '../context.ts'
import type { Customer, CustomerRow, Found, Lookalike, Overwritten } from '../customers/customer.ts'
import { fieldOf, findableAs, seenCustomer, seenEmail, seenField, seenPhone, seenRow, seesEverything } from '../customers/masks.ts'
import { peopleBySeq } from '../customers/people.sql.ts'
import { readFindable } from '../customers/record.sql.ts'
import { isNames, readTyped, type Term } from '../customers/search.ts'
import { wordsOf } from '../customers/search-words.ts'
import type { Caller, CustomerId, FieldSight } from '../vocabulary.ts'
import { cardOf, type CustomerCard } from './customer-card.ts'
import { sightOf } from './field-sight.ts'
import { findCustomers, findSeqs, rowsOfSeqs, type FindAsked } from './find-customers.ts'
import { withoutKept } from './read-attributes.ts'
import { readCustomer } from './read-customer.ts'

/** So many of those who match are looked at again for who may not see everything: enough for a screen, little enough to wait for. */
const mostLookedAt = 200

/** A search for whoever is calling: what they may not see in full finds nobody for them, so that nothing can be guessed at letter by letter. */
export async function findSeen(core: Core, caller: Caller, asked: FindAsked): Promise<Found> {
  const sight = sightOf(core, caller)
  const found = seesEverything(sight) ? await findCustomers(core, asked) : await findByWhatIsSeen(core, asked, sight)
  return { ...found, rows: seenRows(found.rows, sight) }
}

async function findByWhatIsSeen(core: Core, asked: FindAsked, sight: FieldSight): Promise<Found> {
  const terms = readTyped(asked.text)
  if (isNames(terms)) return findCustomers(core, { ...asked, scope: 'picker', namesOnly: true })
  const skipped = Number(asked.after ?? 0) || 0
  const { seqs, near } = await findSeqs(core.db, { ...asked, most: mostLookedAt, after: null })
  const kept = peopleBySeq(core.db, seqs).filter(({ id }) => matches(core, id, terms, sight)).map(({ seq }) => seq)
  const end = skipped + asked.most
  return { rows: rowsOfSeqs(core, kept.slice(skipped, end), asked.text), near: near && kept.length > 0, more: kept.length > end ? String(end) : null }
}

/** Is each thing that was typed the beginning of something this role may see of them? */
function matches({ db }: Core, id: CustomerId, terms: readonly Term[], sight: FieldSight): boolean {
  const person = readFindable(db, id)
  const words = person && wordsOf(findableAs(person, sight))?.all.split(' ').map((word) => word.replace(/^[-+]+/, ''))
  return words !== undefined && words !== null && terms.every(({ forms }) => forms.some((form) => words.some((word) => word.startsWith(form))))
}

/** Rows of a list, for whoever is calling. */
export const seenRows = <R extends CustomerRow>(rows: readonly R[], sight: FieldSight): R[] => rows.map((row) => seenRow(row, sight))

/** Who may be the person being typed in, for whoever is calling: what the two have in common is theirs already, the rest is masked. */
export const seenLookalikes = (core: Core, caller: Caller, found: readonly Lookalike[]): Lookalike[] => seenRows(found, sightOf(core, caller))

/** A whole record for whoever is calling. */
export const seenRecord = (core: Core, caller: Caller, id: CustomerId): Customer => withoutKept(core, caller, seenCustomer(readCustomer(core, id), sightOf(core, caller)))

/** The left pane of a profile for whoever is calling. The ways out stay: whoever may not see a number may still reach them by it (S1-24). */
export function seenCard(core: Core, caller: Caller, id: CustomerId): CustomerCard {
  const card = cardOf(core, id)
  const sight = sightOf(core, caller)
  return { ...card, customer: withoutKept(core, caller, seenCustomer(card.customer, sight)), consents: seenConsents(card.consents, sight) }
}

type Addressed = { readonly channel: string; readonly address: string }
/** What somebody agreed to; the number or address it was for as far as a role may see it. */
export const seenConsents = <C extends Addressed>(consents: readonly C[], sight: FieldSight): C[] =>
  consents.map((consent) => ({ ...consent, address: consent.channel === 'email' ? seenEmail(consent.address, sight.email) : consent.channel === 'post' ? seenField('address', consent.address, sight) : seenPhone(consent.address, sight.phone) }))

/** What a save answers: the record, and what the other till had put there, as far as they may see it. */
export function seenUpdate<U extends Customer & { readonly overwritten: readonly Overwritten[] }>(core: Core, caller: Caller, updated: U): U {
  const sight = sightOf(core, caller)
  const isSeen = ({ field }: Overwritten): boolean => {
    const name = fieldOf(field)
    return name === null || name === 'document' || name === 'medical' || sight[name] === 'full'
  }
  return { ...withoutKept(core, caller, seenCustomer(updated, sight)), overwritten: updated.overwritten.filter(isSeen) }
}
