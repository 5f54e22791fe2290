export const version = 110

/**
 * What scanning needs: badges of the staff, tickets of waiting carts, how a licence finds its person again (a keyed hash, never the number), what a
 * code means where it means two things, and how this shop keeps documents. An age may now also be checked by a scanned document.
 */
export const up = `
ALTER TABLE staff ADD COLUMN badge TEXT;
CREATE UNIQUE INDEX staff_badge ON staff (badge) WHERE badge IS NOT NULL;

ALTER TABLE sales ADD COLUMN ticket TEXT;
CREATE UNIQUE INDEX sales_ticket ON sales (ticket) WHERE ticket IS NOT NULL;
CREATE TABLE ticket_numbers (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT;
INSERT INTO ticket_numbers VALUES (1, 0);

-- Keys that never leave this file, made by chance on first use.
CREATE TABLE shop_secrets (name TEXT PRIMARY KEY, secret TEXT NOT NULL CHECK (length(secret) = 64)) STRICT, WITHOUT ROWID;
-- HMAC-SHA-256 of issuer and number: it finds the person, and tells nobody the number.
CREATE TABLE document_keys (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE, key TEXT NOT NULL CHECK (length(key) = 64), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_keys_key ON document_keys (key);

CREATE TABLE code_choices (
  code TEXT PRIMARY KEY, meaning TEXT NOT NULL CHECK (meaning IN ('product', 'card', 'sale', 'ticket', 'badge')), staff_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE scan_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1), id_keeping TEXT NOT NULL CHECK (id_keeping IN ('checked', 'last4', 'full')),
  expiry_day_counts INTEGER NOT NULL CHECK (expiry_day_counts IN (0, 1)), tones INTEGER NOT NULL CHECK (tones IN (0, 1)),
  prefix TEXT NOT NULL, gap_ms INTEGER NOT NULL CHECK (gap_ms BETWEEN 5 AND 100), fewest INTEGER NOT NULL CHECK (fewest BETWEEN 3 AND 20),
  us_layout INTEGER NOT NULL CHECK (us_layout IN (0, 1))
) STRICT;
INSERT INTO scan_settings VALUES (1, 'checked', 1, 1, '', 35, 4, 0);

CREATE TABLE age_checks_wider (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), minimum_age INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('customer', 'birth-date', 'id-seen', 'id-scan')), customer_id TEXT, approved_by TEXT,
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)), staff_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
INSERT INTO age_checks_wider SELECT id, sale_id, minimum_age, how, customer_id, approved_by, passed, staff_id, at FROM age_checks;
DROP TABLE age_checks;
ALTER TABLE age_checks_wider RENAME TO age_checks;
CREATE INDEX age_checks_sale ON age_checks (sale_id);
`
