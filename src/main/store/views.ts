import type { WritableDB } from './sql.ts'

/** What reports read. Made anew at each start, so that a view never lags behind its tables. */
export const views: Readonly<Record<string, string>> = {
  // What points need of a finished sale, of its lines and of the customer; loyalty never reads the other rooms' tables.
  v_points_sales: `
    SELECT s.id AS sale_id, s.register_id, s.staff_id, s.customer_id, s.state, s.completed_at, s.net_cents FROM sales s WHERE s.number IS NOT NULL`,
  v_points_lines: `
    SELECT l.id AS line_id, l.sale_id, l.position, l.name, l.item_id, l.category_id, l.quantity_milli, coalesce(l.net_cents, 0) AS net_cents,
      coalesce(l.tax_cents, 0) AS tax_cents, l.earns_points, l.minimum_age, l.removed_at IS NOT NULL AS voided,
      coalesce((SELECT sum(r.quantity_milli) FROM refund_lines r WHERE r.line_id = l.id), 0) AS returned_milli
    FROM sale_lines l`,
  v_loyalty_days: 'SELECT * FROM loyalty_days',
  v_loyalty_rows: 'SELECT * FROM loyalty_ledger',
  v_loyalty_buckets: 'SELECT * FROM loyalty_lots_left',
  v_loyalty_accounts: 'SELECT id AS account_id, customer_id, joined_day, last_visit_day, register_id, merged_into FROM loyalty_accounts',
  v_loyalty_lots: 'SELECT l.id AS lot_id, l.account_id, l.points, l.earned_at, e.day FROM loyalty_lots l LEFT JOIN loyalty_ledger e ON e.id = l.entry_id',
  v_loyalty_draws: 'SELECT d.lot_id, d.points, e.day FROM loyalty_draws d LEFT JOIN loyalty_ledger e ON e.id = d.entry_id',
  v_loyalty_moves: `
    SELECT m.seq, m.account_id, m.kind, m.tier_id, m.rule_version, m.score, m.reason, m.staff_id, m.approved_by, m.at,
      (SELECT b.tier_id FROM loyalty_tier_moves b WHERE b.account_id = m.account_id AND b.seq < m.seq ORDER BY b.seq DESC LIMIT 1) AS was_tier_id FROM loyalty_tier_moves m`,
  v_loyalty_batches: 'SELECT id AS batch_id, number, codes, made_at FROM loyalty_card_batches',
  v_loyalty_cards: 'SELECT code, batch_id, state, account_id, assigned_at, last_used_at, printed FROM loyalty_cards',
  v_loyalty_programs: 'SELECT version, rules FROM loyalty_programs',
  v_ledger_checks: `SELECT a.seq, a.at, a.outcome, s.name AS staff_name FROM audit a LEFT JOIN staff s ON s.id = a.staff_id WHERE a.kind = 'ledger-verified'`,
  v_points_refunds: 'SELECT id AS refund_id, sale_id, net_cents, reason, approved_by FROM refunds',
  v_points_people: `
    SELECT c.id AS customer_id, c.status, c.group_id, c.birth_date, c.updated_at, c.visits, c.last_name, c.sort_name,
      coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), nullif(c.nickname, ''), c.company) AS name
    FROM customers c`,
  v_points_staff: 'SELECT id AS staff_id, name FROM staff',
  v_points_tills: 'SELECT id AS register_id, name, number FROM registers',
  v_points_phones: 'SELECT customer_id, e164 FROM customer_phones',
  v_points_emails: 'SELECT customer_id, address_key FROM customer_emails',
  v_points_documents: `SELECT customer_id, number FROM identity_documents WHERE number <> '' AND number NOT LIKE '•%'`,
  v_staff_shop: 'SELECT everyone_edits_customers FROM shop',
  // What the Customer List needs of points, sales and consent; customers never reads the other rooms' tables.
  v_list_members: `
    SELECT a.customer_id, coalesce((SELECT l.balance_after FROM loyalty_ledger l WHERE l.account_id = a.id ORDER BY l.seq DESC LIMIT 1), 0) AS points,
      (SELECT m.tier_id FROM loyalty_tier_moves m WHERE m.account_id = a.id ORDER BY m.seq DESC LIMIT 1) AS tier_id FROM loyalty_accounts a WHERE a.merged_into IS NULL`,
  v_list_expiring: `
    SELECT a.customer_id, k.expires_key AS expires_on, k.points FROM loyalty_accounts a JOIN loyalty_lots_left k ON k.account_id = a.id WHERE a.merged_into IS NULL`,
  v_list_consents: `
    SELECT e.customer_id, e.type, e.allowed, e.at FROM consent_events e WHERE e.channel IN ('sms', 'email')
      AND e.seq = (SELECT max(n.seq) FROM consent_events n WHERE n.customer_id = e.customer_id AND n.channel = e.channel AND n.type = e.type)`,
  v_list_programs: 'SELECT version, starts_at, rules FROM loyalty_programs',
  v_customer_sales: `
    SELECT s.customer_id, s.id AS sale_id, s.completed_at, s.state, s.total_cents,
      coalesce((SELECT sum(r.total_cents) FROM refunds r WHERE r.sale_id = s.id), 0) AS refunded_cents
    FROM sales s WHERE s.number IS NOT NULL`,
}

export function makeViews(db: WritableDB): void {
  for (const [name, body] of Object.entries(views)) db.exec(`DROP VIEW IF EXISTS ${name}; CREATE VIEW ${name} AS ${body}`)
}
