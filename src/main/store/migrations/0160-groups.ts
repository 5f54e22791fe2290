export const version = 160

/**
 * Groups whole: discount, pay later, colour, and members that move when one goes. States at the till: why somebody is banned or was denied, the note
 * that pops up, who decided on whom. The log-in for a catalog: only a hash of the password. What a cart's prices were made by.
 */
export const up = `
ALTER TABLE customer_groups ADD COLUMN discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000);
ALTER TABLE customer_groups ADD COLUMN pay_later INTEGER NOT NULL DEFAULT 0 CHECK (pay_later IN (0, 1));
ALTER TABLE customer_groups ADD COLUMN colour TEXT NOT NULL DEFAULT '';
-- A group that was deleted stands on until its members have moved and nobody can take it back; no list shows it.
ALTER TABLE customer_groups ADD COLUMN deleted_at TEXT;
ALTER TABLE customer_groups ADD COLUMN moved_to TEXT;
CREATE INDEX customers_group ON customers (group_id, status);
CREATE INDEX customers_pending ON customers (made_at, id) WHERE status = 'pending';
-- Who was moved out of a deleted group: the way back.
CREATE TABLE customer_group_moves (
  group_id TEXT NOT NULL REFERENCES customer_groups (id), customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_group_moves_customer ON customer_group_moves (customer_id);

CREATE TABLE customer_standings (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('banned', 'denied')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''), at TEXT NOT NULL, staff_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE customer_flags (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE, note TEXT NOT NULL CHECK (trim(note) <> ''),
  level TEXT NOT NULL CHECK (level IN ('info', 'warn')), at TEXT NOT NULL, staff_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Told once nobody can undo it any more.
CREATE TABLE approval_decisions (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  decision TEXT NOT NULL CHECK (decision IN ('approved', 'denied')), reason TEXT NOT NULL DEFAULT '', request_id TEXT NOT NULL,
  at TEXT NOT NULL, staff_id TEXT NOT NULL, register_id TEXT NOT NULL, undone_at TEXT, told_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX approval_decisions_request ON approval_decisions (request_id);
CREATE INDEX approval_decisions_customer ON approval_decisions (customer_id, at);
CREATE INDEX approval_decisions_untold ON approval_decisions (at) WHERE told_at IS NULL AND undone_at IS NULL;

-- generation grows with each new password: whoever is signed in with an older one no longer is.
CREATE TABLE portal_logins (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('email', 'mobile')),
  login TEXT NOT NULL CHECK (trim(login) <> ''), login_key TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL,
  generation INTEGER NOT NULL DEFAULT 1, active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), set_at TEXT NOT NULL, staff_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The audience of the newsletter, read off the index alone.
CREATE INDEX consent_events_newsletter ON consent_events (customer_id, seq, allowed) WHERE channel = 'email' AND type = 'marketing';

-- What the lines of an open cart were priced by, or what somebody chose to keep them at: another key means that the customer's terms changed.
CREATE TABLE cart_terms (sale_id TEXT PRIMARY KEY REFERENCES sales (id), terms TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- A manager let somebody who is banned buy on this sale.
CREATE TABLE sale_permits (sale_id TEXT PRIMARY KEY REFERENCES sales (id), customer_id TEXT NOT NULL, approved_by TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- A sale without tax says by which certificate, for good.
CREATE TABLE sale_exemptions (sale_id TEXT PRIMARY KEY REFERENCES sales (id), certificate TEXT NOT NULL, until TEXT) STRICT, WITHOUT ROWID;
`
