export const version = 260

/**
 * Goods that come back without a receipt: what was given for them, why, and who allowed it; no sale stands behind it and no points move. Then what
 * the shop has settled about its customers: the security questions to choose from (none: the usual ones), whether somebody who waits to be let in
 * earns points, and after how many days somebody who was denied is erased (0: never).
 */
export const up = `
CREATE TABLE loose_returns (
  id TEXT PRIMARY KEY, register_id TEXT NOT NULL REFERENCES registers (id), number INTEGER NOT NULL CHECK (number > 0), cart_id TEXT NOT NULL UNIQUE,
  customer_id TEXT REFERENCES customers (id), staff_id TEXT NOT NULL, approved_by TEXT NOT NULL, reason TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('cash', 'card')),
  reference TEXT NOT NULL DEFAULT '', currency TEXT NOT NULL, prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
  net_cents INTEGER NOT NULL, tax_cents INTEGER NOT NULL, rounding_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL CHECK (total_cents >= 0), at TEXT NOT NULL,
  UNIQUE (register_id, number), CHECK (net_cents + tax_cents + rounding_cents = total_cents)
) STRICT, WITHOUT ROWID;
CREATE INDEX loose_returns_at ON loose_returns (at);
CREATE INDEX loose_returns_customer ON loose_returns (customer_id) WHERE customer_id IS NOT NULL;
CREATE TABLE loose_return_lines (
  return_id TEXT NOT NULL REFERENCES loose_returns (id), position INTEGER NOT NULL, item_id TEXT REFERENCES items (id), name TEXT NOT NULL,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0), price_cents INTEGER NOT NULL, net_cents INTEGER NOT NULL, tax_cents INTEGER NOT NULL, PRIMARY KEY (return_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE loose_return_taxes (
  return_id TEXT NOT NULL REFERENCES loose_returns (id), tax_rate_id TEXT NOT NULL, name TEXT NOT NULL, rate_ppm INTEGER NOT NULL, tax_cents INTEGER NOT NULL, PRIMARY KEY (return_id, tax_rate_id)
) STRICT, WITHOUT ROWID;
-- The slip of a return, which the printer's own list has no word for.
CREATE TABLE return_papers (job_id TEXT PRIMARY KEY REFERENCES print_jobs (id), return_id TEXT NOT NULL REFERENCES loose_returns (id)) STRICT, WITHOUT ROWID;
CREATE INDEX return_papers_return ON return_papers (return_id);

CREATE TRIGGER loose_returns_no_update BEFORE UPDATE OF id, register_id, number, cart_id, staff_id, approved_by, kind, currency, prices_include_tax, net_cents, tax_cents, rounding_cents, total_cents, at
  ON loose_returns BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
CREATE TRIGGER loose_returns_words BEFORE UPDATE OF reason, reference ON loose_returns WHEN (NEW.reason <> '' AND NEW.reason <> OLD.reason) OR (NEW.reference <> '' AND NEW.reference <> OLD.reference)
  BEGIN SELECT RAISE(ABORT, 'the words of a refund are only ever emptied'); END;
CREATE TRIGGER loose_returns_no_delete BEFORE DELETE ON loose_returns BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
${['loose_return_lines', 'loose_return_taxes'].map((table) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;`).join('')}

CREATE TABLE customer_rules (
  id INTEGER PRIMARY KEY CHECK (id = 1), questions TEXT NOT NULL CHECK (json_valid(questions)), pending_earns INTEGER NOT NULL CHECK (pending_earns IN (0, 1)),
  denied_days INTEGER NOT NULL CHECK (denied_days BETWEEN 0 AND 3650), updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX customer_standings_denied ON customer_standings (at) WHERE kind = 'denied';
`
