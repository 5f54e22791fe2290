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
  v_loyalty_accounts: 'SELECT id AS account_id, customer_id, joined_day FROM loyalty_accounts',
  v_points_refunds: 'SELECT id AS refund_id, sale_id, net_cents, reason, approved_by FROM refunds',
  v_points_people: `
    SELECT c.id AS customer_id, c.status, c.group_id, c.birth_date, c.updated_at, c.visits, c.last_name,
      coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), nullif(c.nickname, ''), c.company) AS name
    FROM customers c`,
  v_points_staff: 'SELECT id AS staff_id, name FROM staff',
  v_points_tills: 'SELECT id AS register_id, name, number FROM registers',
  v_points_phones: 'SELECT customer_id, e164 FROM customer_phones',
  v_points_emails: 'SELECT customer_id, address_key FROM customer_emails',
  v_points_documents: `SELECT customer_id, number FROM identity_documents WHERE number <> ''`,
  v_customer_sales: `
    SELECT s.customer_id, s.id AS sale_id, s.completed_at, s.state, s.total_cents,
      coalesce((SELECT sum(r.total_cents) FROM refunds r WHERE r.sale_id = s.id), 0) AS refunded_cents
    FROM sales s WHERE s.number IS NOT NULL`,
}

export function makeViews(db: WritableDB): void {
  for (const [name, body] of Object.entries(views)) db.exec(`DROP VIEW IF EXISTS ${name}; CREATE VIEW ${name} AS ${body}`)
}
