import type { WritableDB } from './sql.ts'

/** What reports read. Made anew at each start, so that a view never lags behind its tables. */
export const views: Readonly<Record<string, string>> = {
  v_customer_sales: `
    SELECT s.customer_id, s.id AS sale_id, s.completed_at, s.state, s.total_cents,
      coalesce((SELECT sum(r.total_cents) FROM refunds r WHERE r.sale_id = s.id), 0) AS refunded_cents
    FROM sales s WHERE s.number IS NOT NULL`,
}

export function makeViews(db: WritableDB): void {
  for (const [name, body] of Object.entries(views)) db.exec(`DROP VIEW IF EXISTS ${name}; CREATE VIEW ${name} AS ${body}`)
}
