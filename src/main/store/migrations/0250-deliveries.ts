export const version = 250

/**
 * Sales that are brought to somebody. Where to is a copy made for that one sale: neither a change of the customer's record nor a Walk-In's address
 * ever leaves it. The fee is a line of its own, taxed by its class. `day` and `time` are the shop's own clock.
 */
export const up = `
ALTER TABLE sale_lines ADD COLUMN kind TEXT NOT NULL DEFAULT 'item' CHECK (kind IN ('item', 'delivery'));
CREATE UNIQUE INDEX sale_lines_delivery ON sale_lines (sale_id) WHERE kind = 'delivery' AND removed_at IS NULL;

CREATE TABLE deliveries (
  sale_id TEXT PRIMARY KEY REFERENCES sales (id), name TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  address_1 TEXT NOT NULL DEFAULT '', address_2 TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '',
  day TEXT, time TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', delivered_at TEXT, delivered_by TEXT,
  dropped_at TEXT, -- taken off the cart, for the way back
  CHECK ((delivered_at IS NULL) = (delivered_by IS NULL))
) STRICT;
CREATE INDEX deliveries_open ON deliveries (day, time) WHERE delivered_at IS NULL;
CREATE INDEX deliveries_done ON deliveries (delivered_at) WHERE delivered_at IS NOT NULL;

CREATE TABLE delivery_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1), fee_cents INTEGER NOT NULL CHECK (fee_cents BETWEEN 0 AND 99999999999), tax_class_id TEXT REFERENCES tax_classes (id)
) STRICT;
INSERT INTO delivery_settings VALUES (1, 0, NULL);

CREATE TABLE form_settings (id INTEGER PRIMARY KEY CHECK (id = 1), last_name_required INTEGER NOT NULL CHECK (last_name_required IN (0, 1))) STRICT;
INSERT INTO form_settings VALUES (1, 0);
`
