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
  v_points_phones: `SELECT p.customer_id, p.e164 FROM customer_phones p JOIN customers c ON c.id = p.customer_id WHERE c.status NOT IN ('merged', 'erased')`,
  v_points_emails: 'SELECT customer_id, address_key FROM customer_emails',
  v_points_documents: `SELECT customer_id, number FROM identity_documents WHERE number <> '' AND number NOT LIKE '•%'`,
  v_audit_sales: 'SELECT s.id AS sale_id, s.number, r.number AS till_number FROM sales s JOIN registers r ON r.id = s.register_id WHERE s.number IS NOT NULL',
  v_staff_shop: 'SELECT everyone_edits_customers FROM shop',
  // Who may be written to by consent: active people alone (data-model 4.2).
  v_audience: `SELECT id, type, first_name, last_name, nickname, company FROM customers WHERE status = 'active'`,
  // What the Customer List needs of points, sales and consent; customers never reads the other rooms' tables.
  v_list_members: `
    SELECT a.customer_id, coalesce((SELECT l.balance_after FROM loyalty_ledger l WHERE l.account_id = a.id ORDER BY l.seq DESC LIMIT 1), 0) AS points,
      (SELECT m.tier_id FROM loyalty_tier_moves m WHERE m.account_id = a.id ORDER BY m.seq DESC LIMIT 1) AS tier_id FROM loyalty_accounts a WHERE a.merged_into IS NULL`,
  v_list_expiring: `
    SELECT a.customer_id, k.expires_key AS expires_on, k.points FROM loyalty_accounts a JOIN loyalty_lots_left k ON k.account_id = a.id WHERE a.merged_into IS NULL`,
  v_list_consents: `
    SELECT e.customer_id, e.type, e.allowed, e.at FROM consent_events e WHERE e.channel IN ('sms', 'email')
      AND e.seq = (SELECT max(n.seq) FROM consent_events n WHERE n.customer_id = e.customer_id AND n.channel = e.channel AND n.type = e.type)`,
  v_list_open: 'SELECT customer_id, open_cents, due_on FROM account_open',
  v_list_programs: 'SELECT version, starts_at, rules FROM loyalty_programs',
  // Pay later. v_accounts has a row for whoever owes or is in credit; late and over are as of the day and the limit of whoever asks.
  v_account_holds: `
    SELECT s.customer_id, t.sale_id, t.amount_cents FROM sales s JOIN tenders t ON t.sale_id = s.id
    WHERE s.completed_at IS NULL AND s.state IN ('open', 'parked') AND t.kind = 'account' AND t.refund_id IS NULL AND t.taken_back_at IS NULL`,
  v_accounts: `
    SELECT o.customer_id, o.balance_cents, o.oldest_day, o.oldest_due_on, c.pay_later_limit_cents AS limit_cents,
      coalesce(o.balance_cents > c.pay_later_limit_cents, 0) AS over_limit
    FROM (SELECT customer_id, sum(open_cents) AS balance_cents, min(CASE WHEN open_cents > 0 THEN day END) AS oldest_day, min(CASE WHEN open_cents > 0 THEN due_on END) AS oldest_due_on
      FROM account_open GROUP BY customer_id) o JOIN customers c ON c.id = o.customer_id`,
  v_account_people: `
    SELECT c.id AS customer_id, c.code, c.status, c.sort_name, c.main_phone, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), nullif(c.nickname, ''), c.company) AS name,
      c.pay_later_limit_cents AS limit_cents FROM customers c`,
  v_account_sales: 'SELECT s.id AS sale_id, s.number, r.number AS till FROM sales s JOIN registers r ON r.id = s.register_id',
  v_account_tills: 'SELECT id AS register_id, name, number FROM registers',
  v_account_staff: 'SELECT id AS staff_id, name FROM staff',
  // The money of a day: what sales took and gave back, what was paid on accounts, and credit that was paid out.
  v_takings: `
    SELECT s.completed_at AS at, s.register_id, t.kind AS method, t.amount_cents, 'sale' AS source FROM sales s JOIN tenders t ON t.sale_id = s.id
      WHERE s.state = 'completed' AND t.kind <> 'account' AND t.refund_id IS NULL AND t.taken_back_at IS NULL
    UNION ALL SELECT f.at, f.register_id, t.kind, t.amount_cents, 'refund' FROM refunds f JOIN tenders t ON t.sale_id = f.sale_id AND t.refund_id = f.id WHERE t.kind <> 'account'
    UNION ALL SELECT e.at, e.register_id, e.method, e.money_cents, 'account' FROM account_entries e WHERE e.kind = 'payment'
    UNION ALL SELECT p.at, p.register_id, 'cash', 0 - p.money_cents, 'payout' FROM account_payouts p
    UNION ALL SELECT l.at, l.register_id, l.kind, 0 - l.total_cents, 'return' FROM loose_returns l`,
  // What an export says of each channel and type: the last answer.
  v_export_consents: `
    SELECT e.customer_id, e.channel, e.type, e.allowed FROM consent_events e WHERE e.channel IN ('sms', 'email')
      AND e.seq = (SELECT max(n.seq) FROM consent_events n WHERE n.customer_id = e.customer_id AND n.channel = e.channel AND n.type = e.type)`,
  v_customer_sales: `
    SELECT s.customer_id, s.id AS sale_id, s.completed_at, s.state, s.total_cents,
      coalesce((SELECT sum(r.total_cents) FROM refunds r WHERE r.sale_id = s.id), 0) AS refunded_cents
    FROM sales s WHERE s.number IS NOT NULL`,
}

export function makeViews(db: WritableDB): void {
  for (const [name, body] of Object.entries(views)) db.exec(`DROP VIEW IF EXISTS ${name}; CREATE VIEW ${name} AS ${body}`)
}
