export const version = 210

/**
 * What each role may do, see and spend, where it differs from what it comes with; the shop's own roles; PINs that are to be changed.
 * The first column of staff.role stays what it was: someone of another role than the first three is a cashier with a role_id.
 */
export const up = `
CREATE TABLE roles (
  id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '', base TEXT NOT NULL CHECK (base IN ('cashier', 'senior', 'manager', 'owner', 'accountant')),
  rights TEXT NOT NULL DEFAULT '{}', fields TEXT NOT NULL DEFAULT '{}', limits TEXT NOT NULL DEFAULT '{}', updated_at TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO roles (id, base) VALUES ('cashier', 'cashier'), ('senior', 'senior'), ('manager', 'manager'), ('owner', 'owner'), ('accountant', 'accountant');
CREATE UNIQUE INDEX roles_name ON roles (name COLLATE NOCASE) WHERE name <> '';

ALTER TABLE staff ADD COLUMN role_id TEXT REFERENCES roles (id);
ALTER TABLE staff ADD COLUMN pin_set_at TEXT;
ALTER TABLE staff ADD COLUMN pin_must_change INTEGER NOT NULL DEFAULT 0 CHECK (pin_must_change IN (0, 1));
UPDATE staff SET pin_set_at = updated_at WHERE pin_hash IS NOT NULL;
CREATE TABLE pin_rules (id INTEGER PRIMARY KEY CHECK (id = 1), days INTEGER NOT NULL DEFAULT 0 CHECK (days BETWEEN 0 AND 3650)) STRICT;
INSERT INTO pin_rules (id, days) VALUES (1, 0);

-- Whom or what a line is about, whatever was done: the id in its target, as in customer/<id>/licence.
ALTER TABLE audit ADD COLUMN about TEXT GENERATED ALWAYS AS (CASE WHEN instr(target, '/') = 0 THEN ''
  WHEN instr(substr(target, instr(target, '/') + 1), '/') = 0 THEN substr(target, instr(target, '/') + 1)
  ELSE substr(substr(target, instr(target, '/') + 1), 1, instr(substr(target, instr(target, '/') + 1), '/') - 1) END) VIRTUAL;
-- The kind, and the till, stand in each: what somebody busy did once is found without looking into all they ever did.
CREATE INDEX audit_about ON audit (about, seq, kind, register_id);
CREATE INDEX audit_staff ON audit (staff_id, seq, kind, register_id);
CREATE INDEX audit_approved_by ON audit (approved_by, seq, kind, register_id) WHERE approved_by IS NOT NULL;
CREATE INDEX audit_register ON audit (register_id, seq, kind);
CREATE INDEX audit_at ON audit (at, seq);
`
