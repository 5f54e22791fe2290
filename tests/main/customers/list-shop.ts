import { inTransaction } from '../../../src/main/store/sql.ts'
import { saveNewCustomer } from '../../../src/main/flows/save-customer.ts'
import { fold } from '../../../src/main/folding.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import type { freshApp } from '../../harness/app.ts'
import { dice, madeUpDraft, type Dice } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
/** One person as a plain scan of everyone knows them. */
export type Plain = {
  readonly id: CustomerId; readonly type: 'personal' | 'business'; readonly name: string
  status: string; source: string; groupId: string | null; customerTypeId: string | null; hasMobile: boolean; hasEmail: boolean
  points: number | null; tierId: string | null; expiresOn: string | null; openCents: number; limitCents: number | null; dueOn: string | null
  lastVisitAt: string | null; spent: readonly { readonly at: string; readonly cents: number }[]
  birthMonth: number | null; tags: readonly string[]; licenceUntil: string | null; medicalUntil: string | null
  saidNo: { general: string | null; marketing: string | null }; attribute: string | null; decision: 'approved' | 'denied' | null; twin: boolean
}

export const groups = ['g-vip', 'g-whole'] as const
export const types = ['t-regular', 't-medical'] as const
export const tiers = ['tier-1', 'tier-2'] as const
export const statuses = ['active', 'active', 'active', 'inactive', 'pending', 'banned', 'merged', 'erased'] as const
export const sources = ['till', 'import', 'id-scan', 'catalog', 'instant'] as const
export const tagNames = ['Café', 'cafe', 'Thé', 'Pain'] as const
const today = Date.UTC(2026, 10, 21, 14)
const dayMs = 86_400_000
const moment = (daysAgo: number, hours = 0): string => new Date(today - daysAgo * dayMs + hours * 3_600_000).toISOString()
export const dayIn = (days: number): string => moment(0 - days).slice(0, 10)

/** A shop of made-up people with everything a filter looks at, written past the doors; and what a plain scan would know of them. */
export function listShop(app: App, seed: number, count: number): Plain[] {
  const roll = dice(seed)
  const { db } = app.core
  return inTransaction(db, () => {
    db.exec(`INSERT INTO customer_groups (id, name, position) VALUES ('g-vip', 'VIP', 1), ('g-whole', 'Wholesale', 2);
      INSERT INTO customer_types (id, name, kind, position) VALUES ('t-regular', 'Regular one', 'own', 11), ('t-medical', 'Own', 'own', 12);
      INSERT INTO attributes (id, name, key, kind, position, made_at, updated_at) VALUES ('a-size', 'Size', 'size', 'number', 1, '', '');`)
    const people = Array.from({ length: count }, () => onePerson(app, roll))
    for (let pair = 0; pair < count / 8; pair++) {
      const [one, other] = [roll.pick(people), roll.pick(people)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
      if (one === undefined || other === undefined || one === other) continue
      const open = roll.next() < 0.6
      const added = db.prepare(`INSERT OR IGNORE INTO duplicate_pairs (one_id, other_id, score, why, source, state, found_at) VALUES (?, ?, 80, '[]', 'found', ?, '')`).run(one.id, other.id, open ? 'open' : 'different')
      if (open && added.changes === 1) [one.twin, other.twin] = [true, true]
    }
    return people
  })
}

function onePerson(app: App, roll: Dice): Plain {
  const { next, pick, below } = roll
  const draft = madeUpDraft(roll)
  const phones = draft.phones.map((phone) => ({ ...phone, kind: pick(['mobile', 'home', 'work']) }))
  const tags = next() < 0.4 ? [pick(tagNames)] : []
  const id = saveNewCustomer(app.core, null, { draft: { ...draft, phones, tags }, consents: [], source: 'import', importBatchId: null })
  const maybe = <T>(share: number, make: () => T): T | null => (next() < share ? make() : null)
  const person: Plain = {
    id, type: draft.type, name: fold(draft.firstName), status: pick(statuses), source: pick(sources), groupId: maybe(0.5, () => pick(groups)), customerTypeId: maybe(0.5, () => pick(types)),
    hasMobile: phones.some(({ kind }) => kind === 'mobile'), hasEmail: draft.emails.length > 0, points: maybe(0.5, () => below(500) - 50), tierId: null, expiresOn: null,
    openCents: next() < 0.3 ? below(9_000) + 1 : 0, limitCents: maybe(0.4, () => below(9_000)), dueOn: null,
    lastVisitAt: maybe(0.7, () => moment(below(400), below(20) - 10)), spent: Array.from({ length: below(4) }, () => ({ at: moment(below(400)), cents: below(20_000) })),
    birthMonth: draft.birthDate === null ? null : Number(draft.birthDate.slice(5, 7)), tags, licenceUntil: maybe(0.3, () => dayIn(below(400) - 100)), medicalUntil: maybe(0.3, () => dayIn(below(400) - 100)),
    saidNo: { general: null, marketing: null }, attribute: maybe(0.4, () => String(below(40))), decision: maybe(0.2, () => pick(['approved', 'denied'] as const)), twin: false,
  }
  store(app, roll, person)
  return person
}

function store(app: App, roll: Dice, person: Plain): void {
  const { db } = app.core
  db.prepare('UPDATE customers SET status = ?, source = ?, group_id = ?, customer_type_id = ?, last_visit_at = ?, pay_later_limit_cents = ? WHERE id = ?')
    .run(person.status, person.source, person.groupId, person.customerTypeId, person.lastVisitAt, person.limitCents, person.id)
  if (person.points !== null) storePoints(app, roll, person)
  for (const type of ['general', 'marketing'] as const) storeConsent(app, roll, person, type)
  person.spent.forEach(({ at, cents }, nth) => db.prepare(`INSERT INTO sales (id, register_id, staff_id, state, number, customer_id, currency, prices_include_tax, net_cents, tax_cents, rounding_cents, total_cents, made_at, completed_at)
    VALUES (?, 'till-1', 's', 'completed', ?, ?, 'CAD', 0, ?, 0, 0, ?, ?, ?)`).run(`${person.id}-${nth}`, counter++, person.id, cents, cents, at, at))
  if (person.openCents > 0) {
    person.dueOn = dayIn(roll.below(60) - 30)
    db.prepare(`INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id) VALUES (?, ?, ?, 'charge', ?, '2026-11-01', ?, '', 'till-1', 's')`)
      .run(`${person.id}-owes`, person.id, person.id, person.openCents, person.dueOn)
  }
  const licence = db.prepare(`INSERT OR REPLACE INTO identity_documents (customer_id, number, expires_on, source, updated_at) VALUES (?, 'X', ?, 'typed', '')`)
  if (person.licenceUntil === null) db.prepare('DELETE FROM identity_documents WHERE customer_id = ?').run(person.id)
  else licence.run(person.id, person.licenceUntil)
  if (person.medicalUntil !== null) db.prepare(`INSERT OR REPLACE INTO medical_records (customer_id, number, expires_on, updated_at) VALUES (?, 'M', ?, '')`).run(person.id, person.medicalUntil)
  if (person.attribute !== null) db.prepare(`INSERT INTO customer_attributes (customer_id, attribute_id, value, key) VALUES (?, 'a-size', ?, ?)`).run(person.id, person.attribute, person.attribute)
  if (person.decision !== null) db.prepare(`INSERT INTO approval_decisions (id, customer_id, decision, request_id, at, staff_id, register_id) VALUES (?, ?, ?, 'r', '', 's', 'till-1')`).run(`${person.id}-d`, person.id, person.decision)
  if (person.decision === 'denied') db.prepare(`INSERT INTO customer_standings (customer_id, kind, reason, at, staff_id) VALUES (?, 'denied', 'no', '', 's')`).run(person.id)
}
let counter = 1

function storePoints({ core: { db } }: App, { next, pick, below }: Dice, person: Plain): void {
  const account = `${person.id}-a`
  db.prepare(`INSERT INTO loyalty_accounts (id, customer_id, joined_at, joined_day, register_id, last_visit_day) VALUES (?, ?, '', '2026-01-01', 'till-1', '2026-01-01')`).run(account, person.id)
  const seq = counter++
  db.prepare(`INSERT INTO loyalty_ledger (seq, id, register_id, sequence, source_key, account_id, customer_id, kind, points, pending, balance_after, pending_after, owed, rule_version, working, reason, note,
    tier_points, value_cents, sale_cents, new_visits, repeat_visits, at, day, previous_hash, hash, seal) VALUES (?, ?, 'till-1', ?, ?, ?, ?, 'adjust', ?, 0, ?, 0, 0, 1, '{}', '', '', 0, 0, 0, 0, 0, '', '2026-01-01', '', ?, ?)`)
    .run(seq, `e${seq}`, seq, `k${seq}`, account, person.id, person.points, person.points, `h${seq}`, `s${seq}`)
  if (next() < 0.5) {
    person.tierId = pick(tiers)
    db.prepare(`INSERT INTO loyalty_tier_moves (account_id, kind, tier_id, since, rule_version, score, at) VALUES (?, 'up', ?, '', 1, 0, '')`).run(account, person.tierId)
  }
  if (next() < 0.5) {
    person.expiresOn = dayIn(below(120) - 20)
    db.prepare(`INSERT INTO loyalty_lots_left (account_id, expires_key, earned_at, lot_id, origin_id, points) VALUES (?, ?, '', ?, ?, 5)`).run(account, person.expiresOn, `l${seq}`, `l${seq}`)
  }
}

/** A history of answers for both channels: only the last one of each counts. */
function storeConsent({ core: { db } }: App, { next, below }: Dice, person: Plain, type: 'general' | 'marketing'): void {
  const last = new Map<string, { allowed: number; at: string }>()
  for (const channel of ['sms', 'email', 'post']) {
    for (let turn = below(3); turn > 0; turn--) {
      const [allowed, at] = [next() < 0.5 ? 1 : 0, moment(300 - counter % 250)]
      db.prepare(`INSERT INTO consent_events (id, customer_id, channel, type, allowed, address, wording, language, how, staff_id, register_id, at) VALUES (?, ?, ?, ?, ?, '', '', 'en', '', 's', 'till-1', ?)`)
        .run(`c${counter++}`, person.id, channel, type, allowed, at)
      if (channel !== 'post') last.set(channel, { allowed, at })
    }
  }
  const words = [...last.values()]
  person.saidNo[type] = words.length > 0 && words.every(({ allowed }) => allowed === 0) ? (words.map(({ at }) => at).toSorted().at(-1) ?? null) : null
}
