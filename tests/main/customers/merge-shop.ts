import { noChoice, type MergeChoice } from '../../../src/main/customers/merge.ts'
import { mergeList } from '../../../src/main/flows/merge-list.ts'
import { consentStates } from '../../../src/main/messaging/consent.sql.ts'
import type { ApprovalId, CustomerId } from '../../../src/main/vocabulary.ts'
import type { RulesDraft } from '../../../src/main/loyalty/program.ts'
import { loyaltyShop } from '../loyalty/shop.ts'
import { sums } from '../loyalty/proof.ts'
import { pins } from '../../harness/app.ts'

export type MergeShop = Awaited<ReturnType<typeof mergeShop>>
type More = { readonly keep?: CustomerId; readonly choice?: MergeChoice; readonly kind?: 'merge' | 'keep-online'; readonly photo?: 'keep' | 'gone' | null }

/** A shop with a club, and what merging needs in one word each. */
export async function mergeShop(rules: RulesDraft = {}) {
  const shop = await loyaltyShop(rules)
  const signed = async (target: string): Promise<ApprovalId> => (await shop.ask('staff/approve', { right: 'merge-customers', target, approverId: shop.staff.manager, pin: pins.manager })).approvalId
  const preview = (oneId: CustomerId, otherId: CustomerId, keepId: CustomerId | null = null) => shop.ask('customers/merge-preview', { oneId, otherId, keepId })
  const merge = async (oneId: CustomerId, otherId: CustomerId, { keep, choice = noChoice, kind, photo = null }: More = {}) => {
    const { keep: kept, gone, fingerprint, needsPin, kind: usual } = await preview(oneId, otherId, keep ?? null)
    const approvalId = needsPin ? await signed(`merge/${kept.id}/${gone.id}`) : null
    return shop.ask('customers/merge', { requestId: shop.rid(), kind: kind ?? usual, keepId: kept.id, goneId: gone.id, fingerprint, choice: { picks: { ...choice.picks }, left: [...choice.left] }, photo, approvalId })
  }
  const unmerge = async (mergeId: Awaited<ReturnType<typeof merge>>['mergeId']) => {
    const asked = { requestId: shop.rid(), mergeId }
    const plain = await shop.reply('customers/unmerge', { ...asked, approvalId: null })
    if (plain.ok || plain.code !== 'needs-approval') return plain.ok ? (plain.value as Awaited<ReturnType<typeof refused>>) : refused(asked)
    return shop.ask('customers/unmerge', { ...asked, requestId: shop.rid(), approvalId: await signed(`unmerge/${mergeId}`) })
  }
  const refused = (asked: { requestId: ReturnType<typeof shop.rid>; mergeId: Awaited<ReturnType<typeof merge>>['mergeId'] }) => shop.ask('customers/unmerge', { ...asked, requestId: shop.rid(), approvalId: null })
  return { ...shop, preview, merge, unmerge, signed }
}

type Row = Record<string, unknown>
const rows = (shop: Pick<MergeShop, 'core'>, text: string, ...values: unknown[]): Row[] => shop.core.db.prepare(text).all(...values) as Row[]
const many = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ')

/**
 * Everything in the file that concerns these people, table by table: rows as they are, and of histories that are only ever added to what they come to.
 * The same before a merge and after it was undone, or the merge was not undone.
 */
export async function dump(shop: MergeShop, ids: readonly CustomerId[]): Promise<Record<string, unknown>> {
  const accounts = rows(shop, `SELECT id FROM loyalty_accounts WHERE customer_id IN (${many(ids)})`).map(({ id }) => String(id))
  const found: Record<string, unknown> = { customers: rows(shop, `SELECT * FROM customers WHERE id IN (${many(ids)}) ORDER BY id`) }
  for (const rule of mergeList) {
    if (rule.how === 'stays' || rule.how === 'consent' || ['loyalty_lots', 'loyalty_lots_left', 'loyalty_household_members'].includes(rule.table)) continue
    const of = rule.of === 'account_id' ? accounts : ids
    found[`${rule.table}.${rule.of}`] = rows(shop, `SELECT * FROM ${rule.table} WHERE ${rule.of} IN (${many(of)})`).map((row) => JSON.stringify(row)).toSorted()
  }
  found['lots'] = rows(shop, `SELECT account_id, expires_key, earned_at, origin_id, sum(points) AS points FROM loyalty_lots_left WHERE account_id IN (${many(accounts)}) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`)
  found['stays'] = rows(shop, `SELECT account_id, household_id, role, cap_points FROM loyalty_household_members WHERE account_id IN (${many(accounts)}) AND left_at IS NULL ORDER BY 1`)
  found['tiers'] = rows(shop, `SELECT account_id, tier_id, since, review_on, drops_on, manual_until FROM loyalty_tier_moves m WHERE account_id IN (${many(accounts)})
    AND seq = (SELECT max(seq) FROM loyalty_tier_moves x WHERE x.account_id = m.account_id) ORDER BY 1`)
  found['sums'] = ids.map((id) => { const { rows: sum, left, pendingRows } = sums(shop, id); return { id, sum, left, pendingRows } })
  found['open'] = rows(shop, `SELECT * FROM account_open WHERE customer_id IN (${many(ids)}) ORDER BY entry_id`)
  found['consents'] = ids.map((id) => consentStates(shop.core.db, id).map(({ channel, type, allowed }) => `${channel} ${type} ${allowed}`).filter((text) => text.endsWith('true')))
  found['lines'] = rows(shop, `SELECT l.* FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE s.customer_id IN (${many(ids)}) AND s.number IS NULL ORDER BY l.id`)
  found['letters'] = rows(shop, 'SELECT * FROM customer_letters WHERE count <> 0 ORDER BY letter, status')
  found['found'] = await searches(shop, ids)
  return found
}

/** Who is found by each name, code, number and address of these people. */
async function searches(shop: MergeShop, ids: readonly CustomerId[]): Promise<unknown> {
  const texts = rows(shop, `SELECT first_name || ' ' || last_name AS text FROM customers WHERE id IN (${many(ids)}) UNION SELECT code FROM customers WHERE id IN (${many(ids)})
    UNION SELECT e164 FROM customer_phones WHERE customer_id IN (${many(ids)}) UNION SELECT address FROM customer_emails WHERE customer_id IN (${many(ids)}) ORDER BY 1`).map(({ text }) => String(text))
  return Promise.all(texts.map(async (text) => [text, (await shop.ask('customers/find', { text, scope: 'picker', most: 10, after: null, inactive: true })).rows.map(({ id }) => id)]))
}

/** Someone who was asked about text messages and said yes, or no after a yes. */
export async function addAudience(shop: MergeShop, firstName: string, allowed: boolean): Promise<CustomerId> {
  const id = await shop.customer(firstName, { phones: [{ typed: `514-555-01${firstName.length}${allowed ? 1 : 2}`, kind: 'mobile' }] })
  for (const each of allowed ? [true] : [true, false]) {
    const { customer } = await shop.ask('customers/card', { id })
    await shop.ask('customers/update', { requestId: shop.rid(), id, version: customer.version, changes: {}, keepConsent: {}, consents: [{ channel: 'sms', allowed: each }] })
  }
  return id
}
