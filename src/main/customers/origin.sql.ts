import { sql } from '../store/sql.ts'

/** Which way somebody of `customers c` came, as people are told (S1-03): of imports, one of contacts and one of a table are two ways. */
export const originOf = sql`CASE WHEN c.source = 'import' AND c.import_batch_id IN (SELECT id FROM import_batches WHERE kind = 'vcard') THEN 'contacts' ELSE c.source END`
