export const version = 60

/** Sales from first line to refund. What was paid is frozen: triggers refuse to change a completed sale's money. */
export const up = `
CREATE TABLE sales (
  id TEXT PRIMARY KEY, register_id TEXT NOT NULL REFERENCES registers (id), staff_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'parked', 'completed', 'voided', 'discarded')), number INTEGER CHECK (number > 0),
  customer_id TEXT REFERENCES customers (id), customer_copy TEXT, label TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', due_at TEXT,
  currency TEXT NOT NULL, prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
  discount_kind TEXT CHECK (discount_kind IN ('percent', 'money')), discount_ppm INTEGER, discount_cents INTEGER,
  subtotal_cents INTEGER, discounts_cents INTEGER, net_cents INTEGER, tax_cents INTEGER, rounding_cents INTEGER, total_cents INTEGER,
  made_at TEXT NOT NULL, parked_at TEXT, parked_by TEXT, completed_at TEXT,
  voided_at TEXT, voided_by TEXT, void_approved_by TEXT, void_reason TEXT, source_key TEXT UNIQUE,
  UNIQUE (register_id, number),
  CHECK ((state IN ('completed', 'voided')) = (number IS NOT NULL)),
  CHECK (number IS NULL OR (total_cents IS NOT NULL AND completed_at IS NOT NULL AND net_cents + tax_cents + rounding_cents = total_cents))
) STRICT;
CREATE UNIQUE INDEX sales_open ON sales (register_id) WHERE state = 'open';
CREATE INDEX sales_parked ON sales (parked_at) WHERE state = 'parked';
CREATE INDEX sales_customer ON sales (customer_id, completed_at) WHERE customer_id IS NOT NULL;
CREATE INDEX sales_completed ON sales (completed_at) WHERE completed_at IS NOT NULL;

CREATE TABLE sale_lines (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), position INTEGER NOT NULL, item_id TEXT REFERENCES items (id),
  name TEXT NOT NULL, quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  list_price_cents INTEGER NOT NULL, price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  price_reason TEXT NOT NULL CHECK (price_reason IN ('list', 'price-list', 'override')), price_list_name TEXT NOT NULL DEFAULT '', price_approved_by TEXT,
  discount_kind TEXT CHECK (discount_kind IN ('percent', 'money')), discount_ppm INTEGER, discount_cents INTEGER, note TEXT NOT NULL DEFAULT '',
  tax_class_id TEXT NOT NULL, category_id TEXT, cost_cents INTEGER, minimum_age INTEGER, earns_points INTEGER NOT NULL,
  added_at TEXT NOT NULL, removed_at TEXT,
  gross_cents INTEGER, line_discount_cents INTEGER, cart_discount_cents INTEGER, net_cents INTEGER, tax_cents INTEGER, total_cents INTEGER,
  UNIQUE (sale_id, position)
) STRICT;
CREATE TABLE sale_line_taxes (
  line_id TEXT NOT NULL REFERENCES sale_lines (id), tax_rate_id TEXT NOT NULL, tax_cents INTEGER NOT NULL, PRIMARY KEY (line_id, tax_rate_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sale_taxes (
  sale_id TEXT NOT NULL REFERENCES sales (id), tax_rate_id TEXT NOT NULL, name TEXT NOT NULL, rate_ppm INTEGER NOT NULL,
  base_cents INTEGER NOT NULL, tax_cents INTEGER NOT NULL, PRIMARY KEY (sale_id, tax_rate_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE age_checks (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), minimum_age INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('customer', 'birth-date', 'id-seen')), customer_id TEXT, approved_by TEXT, passed INTEGER NOT NULL CHECK (passed IN (0, 1)), staff_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX age_checks_sale ON age_checks (sale_id);

CREATE TABLE refunds (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), register_id TEXT NOT NULL REFERENCES registers (id), number INTEGER NOT NULL CHECK (number > 0),
  staff_id TEXT NOT NULL, approved_by TEXT NOT NULL, reason TEXT NOT NULL, net_cents INTEGER NOT NULL, tax_cents INTEGER NOT NULL,
  rounding_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL, at TEXT NOT NULL,
  UNIQUE (register_id, number), CHECK (net_cents + tax_cents + rounding_cents = total_cents)
) STRICT;
CREATE INDEX refunds_sale ON refunds (sale_id);
CREATE TABLE refund_lines (
  refund_id TEXT NOT NULL REFERENCES refunds (id), line_id TEXT NOT NULL REFERENCES sale_lines (id), quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  net_cents INTEGER NOT NULL, tax_cents INTEGER NOT NULL, PRIMARY KEY (refund_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_lines_line ON refund_lines (line_id);
CREATE TABLE refund_taxes (
  refund_id TEXT NOT NULL REFERENCES refunds (id), tax_rate_id TEXT NOT NULL, tax_cents INTEGER NOT NULL, PRIMARY KEY (refund_id, tax_rate_id)
) STRICT, WITHOUT ROWID;

-- What a refund hands back stands here below zero, so that a drawer or a card's takings are one sum.
CREATE TABLE tenders (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), refund_id TEXT REFERENCES refunds (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card')), amount_cents INTEGER NOT NULL, given_cents INTEGER NOT NULL, change_cents INTEGER NOT NULL DEFAULT 0,
  reference TEXT NOT NULL DEFAULT '', staff_id TEXT NOT NULL, at TEXT NOT NULL, taken_back_at TEXT
) STRICT;
CREATE INDEX tenders_sale ON tenders (sale_id);

CREATE TRIGGER sales_frozen BEFORE UPDATE OF number, currency, prices_include_tax, subtotal_cents, discounts_cents, net_cents, tax_cents, rounding_cents, total_cents, completed_at ON sales
  WHEN OLD.state IN ('completed', 'voided') BEGIN SELECT RAISE(ABORT, 'a completed sale never changes'); END;
CREATE TRIGGER sales_no_return BEFORE UPDATE OF state ON sales
  WHEN OLD.state IN ('completed', 'voided') AND NOT (OLD.state = 'completed' AND NEW.state = 'voided') BEGIN SELECT RAISE(ABORT, 'a completed sale never reopens'); END;
CREATE TRIGGER sales_no_delete BEFORE DELETE ON sales WHEN OLD.number IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a completed sale is never deleted'); END;
CREATE TRIGGER sale_lines_frozen BEFORE UPDATE ON sale_lines
  WHEN (SELECT state FROM sales WHERE id = OLD.sale_id) IN ('completed', 'voided') BEGIN SELECT RAISE(ABORT, 'a completed sale never changes'); END;
CREATE TRIGGER sale_lines_no_delete BEFORE DELETE ON sale_lines
  WHEN (SELECT state FROM sales WHERE id = OLD.sale_id) IN ('completed', 'voided') BEGIN SELECT RAISE(ABORT, 'a completed sale never changes'); END;
CREATE TRIGGER refunds_no_update BEFORE UPDATE ON refunds BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
CREATE TRIGGER refunds_no_delete BEFORE DELETE ON refunds BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
CREATE TRIGGER refund_lines_no_update BEFORE UPDATE ON refund_lines BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
CREATE TRIGGER refund_lines_no_delete BEFORE DELETE ON refund_lines BEGIN SELECT RAISE(ABORT, 'a refund never changes'); END;
`
