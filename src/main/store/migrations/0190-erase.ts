export const version = 190

/** The columns of a row that is never changed, but for the words in it: those may be emptied, when the person they are about is erased. */
const ledger = [
  'seq', 'id', 'register_id', 'sequence', 'source_key', 'account_id', 'customer_id', 'kind', 'points', 'pending', 'balance_after', 'pending_after', 'owed', 'sale_id', 'refund_id', 'reverses_id',
  'rule_version', 'working', 'tier_points', 'value_cents', 'sale_cents', 'new_visits', 'repeat_visits', 'staff_id', 'approved_by', 'at', 'day', 'previous_hash', 'hash', 'seal',
]
const tierMove = ['seq', 'account_id', 'kind', 'tier_id', 'since', 'review_on', 'drops_on', 'manual_until', 'rule_version', 'score', 'staff_id', 'approved_by', 'at']
const consent = ['seq', 'id', 'customer_id', 'channel', 'type', 'allowed', 'language', 'staff_id', 'register_id', 'at']
const audit = ['seq', 'id', 'at', 'register_id', 'staff_id', 'kind', 'target', 'approved_by', 'outcome']
const refund = ['id', 'sale_id', 'register_id', 'number', 'staff_id', 'approved_by', 'net_cents', 'tax_cents', 'rounding_cents', 'total_cents', 'at']
const saleLine = [
  'id', 'sale_id', 'position', 'item_id', 'name', 'quantity_milli', 'list_price_cents', 'price_cents', 'price_reason', 'price_list_name', 'price_approved_by', 'discount_kind', 'discount_ppm',
  'discount_cents', 'tax_class_id', 'category_id', 'cost_cents', 'minimum_age', 'earns_points', 'added_at', 'removed_at', 'gross_cents', 'line_discount_cents', 'cart_discount_cents', 'net_cents',
  'tax_cents', 'total_cents',
]
const printJob = ['id', 'sequence', 'register_id', 'device_id', 'kind', 'sale_id', 'refund_id', 'language', 'copies', 'duplicate_of', 'made_at']
const sold = "(SELECT state FROM sales WHERE id = OLD.sale_id) IN ('completed', 'voided')"

type Kept = { readonly table: string; readonly trigger: string; readonly fixed: readonly string[]; readonly words: readonly string[]; readonly empty: '' | null; readonly when?: string; readonly why: string }
const kept: readonly Kept[] = [
  { table: 'loyalty_ledger', trigger: 'loyalty_ledger_no_update', fixed: ledger, words: ['reason', 'note'], empty: '', why: 'points are corrected by a new row' },
  { table: 'loyalty_tier_moves', trigger: 'loyalty_tier_moves_no_update', fixed: tierMove, words: ['reason'], empty: '', why: 'points are corrected by a new row' },
  { table: 'consent_events', trigger: 'consent_events_no_update', fixed: consent, words: ['address', 'wording', 'how'], empty: '', why: 'consent rows never change' },
  { table: 'audit', trigger: 'audit_no_update', fixed: audit, words: ['before', 'after', 'reason'], empty: null, why: 'audit rows never change' },
  { table: 'refunds', trigger: 'refunds_no_update', fixed: refund, words: ['reason'], empty: '', why: 'a refund never changes' },
  { table: 'sale_lines', trigger: 'sale_lines_frozen', fixed: saleLine, words: ['note'], empty: '', when: sold, why: 'a completed sale never changes' },
  { table: 'print_jobs', trigger: 'print_jobs_frozen', fixed: printJob, words: ['note'], empty: '', why: 'what was to be printed never changes' },
]
/** Words only ever go, whole: to nothing at all, or not at all. */
const changes = (words: readonly string[], empty: '' | null): string =>
  words.map((word) => `(NEW.${word} IS NOT OLD.${word} AND NEW.${word} IS NOT ${empty === null ? 'NULL' : "''"})`).join(' OR ')

/**
 * Erasing a person: who asked, when it commits, how far it has come and what it reached; the words in rows that are never changed may be emptied,
 * and nothing else of them. A row of points that lost its words keeps a digest of the rest, sealed, so that Verify still proves it. Then: files that
 * were made of customers, and messages to the shop's own people with such a file.
 */
export const up = `
CREATE TABLE erasures (
  id TEXT PRIMARY KEY, act_id TEXT NOT NULL, customer_id TEXT NOT NULL REFERENCES customers (id), number INTEGER UNIQUE CHECK (number > 0),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'erasing', 'sweeping', 'done', 'cancelled', 'kept')),
  asked_at TEXT NOT NULL, commits_at TEXT NOT NULL, erased_at TEXT, swept_at TEXT, register_id TEXT NOT NULL, staff_id TEXT NOT NULL, approved_by TEXT,
  counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)), kept_why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX erasures_open ON erasures (state, commits_at) WHERE state IN ('waiting', 'erasing', 'sweeping');
CREATE UNIQUE INDEX erasures_once ON erasures (customer_id) WHERE state IN ('waiting', 'erasing', 'sweeping', 'done');
CREATE INDEX erasures_act ON erasures (act_id);
-- Rows elsewhere in which the person was found by a look through everything, before their own words went: to be emptied, also after a power cut.
CREATE TABLE erase_hits (
  erasure_id TEXT NOT NULL REFERENCES erasures (id) ON DELETE CASCADE, place TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (erasure_id, place, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_customer ON import_rows (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX import_rows_twin ON import_rows (twin_id) WHERE twin_id IS NOT NULL;
-- Points above which whoever deletes a customer needs a PIN; days an exported file stays on this till; people above which an export needs a reason.
CREATE TABLE erase_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1), points_above INTEGER NOT NULL CHECK (points_above >= 0), keep_days INTEGER NOT NULL CHECK (keep_days BETWEEN 1 AND 90),
  reason_above INTEGER NOT NULL CHECK (reason_above >= 0)
) STRICT;
INSERT INTO erase_settings VALUES (1, 100, 7, 100);

-- A digest of a row of points that lost its words: over all it still says, and over the hash it was written with.
CREATE TABLE loyalty_redactions (entry_id TEXT PRIMARY KEY REFERENCES loyalty_ledger (id), digest TEXT NOT NULL CHECK (length(digest) = 64), at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER loyalty_redactions_no_update BEFORE UPDATE ON loyalty_redactions BEGIN SELECT RAISE(ABORT, 'what is erased is never changed'); END;
CREATE TRIGGER loyalty_redactions_no_delete BEFORE DELETE ON loyalty_redactions BEGIN SELECT RAISE(ABORT, 'what is erased is never changed'); END;
CREATE TRIGGER loyalty_redactions_sealed AFTER INSERT ON loyalty_redactions BEGIN
  INSERT INTO loyalty_seals (kind, id, digest, seal) SELECT 'erased', NEW.entry_id, d, sha256(coalesce((SELECT seal FROM loyalty_seal_end), '') || '|erased|' || NEW.entry_id || '|' || d)
    FROM (SELECT sha256(json_array(NEW.digest, NEW.at)) AS d);
  INSERT INTO loyalty_seal_end (id, seq, seal) SELECT 1, seq, seal FROM loyalty_seals ORDER BY seq DESC LIMIT 1 ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, seal = excluded.seal;
END;
${kept.map(({ table, trigger, fixed, words, empty, when, why }) => `
DROP TRIGGER ${trigger};
CREATE TRIGGER ${trigger} BEFORE UPDATE OF ${fixed.join(', ')} ON ${table}${when ? ` WHEN ${when}` : ''} BEGIN SELECT RAISE(ABORT, '${why}'); END;
CREATE TRIGGER ${table}_words BEFORE UPDATE OF ${words.join(', ')} ON ${table} WHEN ${when ? `${when} AND ` : ''}(${changes(words, empty)}) BEGIN SELECT RAISE(ABORT, '${why}'); END;`).join('')}
CREATE TRIGGER loyalty_ledger_digested BEFORE UPDATE OF reason, note ON loyalty_ledger WHEN NOT EXISTS (SELECT 1 FROM loyalty_redactions WHERE entry_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'points are corrected by a new row'); END;

-- The file itself lies beside the shop, locked with a key of its own: when the key goes, the file says nothing to anybody.
CREATE TABLE export_jobs (
  id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('making', 'ready', 'failed', 'cancelled', 'gone')), kind TEXT NOT NULL CHECK (kind IN ('csv', 'vcard')),
  file_name TEXT NOT NULL, asked TEXT NOT NULL CHECK (json_valid(asked)), people INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
  pieces INTEGER NOT NULL DEFAULT 0, key TEXT, error TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', approved_by TEXT, staff_id TEXT NOT NULL, register_id TEXT NOT NULL, made_at TEXT NOT NULL,
  done_at TEXT, gone_on TEXT, CHECK (state <> 'gone' OR key IS NULL)
) STRICT;
CREATE INDEX export_jobs_made ON export_jobs (made_at);
-- Messages to the shop's own people. Where no mail is set up they wait, and are taken to wherever mail goes out from.
CREATE TABLE staff_mail (
  id TEXT PRIMARY KEY, export_id TEXT REFERENCES export_jobs (id), address TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, file_name TEXT NOT NULL, bytes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'cancelled')), tries INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', staff_id TEXT NOT NULL, made_at TEXT NOT NULL, done_at TEXT
) STRICT;
CREATE INDEX staff_mail_waiting ON staff_mail (made_at) WHERE state = 'queued';
CREATE TABLE staff_addresses (staff_id TEXT PRIMARY KEY, address TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
