export const version = 20

/** Staff, the growing lock after wrong PINs, who is signed in where, approvals and the audit. */
export const up = `
CREATE TABLE staff (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (trim(name) <> ''), role TEXT NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
  language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'es')), theme TEXT NOT NULL DEFAULT 'system' CHECK (theme IN ('light', 'dark', 'system')),
  pin_hash TEXT, pin_length INTEGER NOT NULL DEFAULT 0 CHECK (pin_length BETWEEN 4 AND 8 OR (pin_length = 0 AND pin_hash IS NULL)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), made_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;

-- who is a person or a till; an id nobody has is counted too, so that it answers like a real one.
CREATE TABLE pin_tries (
  who TEXT PRIMARY KEY, wrong_count INTEGER NOT NULL CHECK (wrong_count >= 0), last_wrong_at TEXT NOT NULL, locked_until TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  register_id TEXT PRIMARY KEY REFERENCES registers (id), staff_id TEXT NOT NULL REFERENCES staff (id),
  signed_in_at TEXT NOT NULL, locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE approvals (
  id TEXT PRIMARY KEY, right_name TEXT NOT NULL, target TEXT NOT NULL, register_id TEXT NOT NULL REFERENCES registers (id),
  requested_by TEXT NOT NULL REFERENCES staff (id), approved_by TEXT NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, register_id TEXT, staff_id TEXT,
  kind TEXT NOT NULL, target TEXT NOT NULL DEFAULT '', before TEXT, after TEXT, approved_by TEXT, reason TEXT, outcome TEXT NOT NULL DEFAULT 'done'
) STRICT;
CREATE INDEX audit_target ON audit (target, seq);
CREATE INDEX audit_kind ON audit (kind, seq);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
`
