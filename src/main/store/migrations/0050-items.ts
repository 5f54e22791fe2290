export const version = 50

/** The small catalogue: categories, items, barcodes, prices per list, and its search table. */
export const up = `
CREATE TABLE categories (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (trim(name) <> ''), position INTEGER NOT NULL, active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE items (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (trim(name) <> ''), sku TEXT NOT NULL DEFAULT '',
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0), cost_cents INTEGER CHECK (cost_cents >= 0),
  tax_class_id TEXT NOT NULL REFERENCES tax_classes (id), category_id TEXT REFERENCES categories (id),
  minimum_age INTEGER CHECK (minimum_age BETWEEN 1 AND 99), earns_points INTEGER NOT NULL DEFAULT 1 CHECK (earns_points IN (0, 1)),
  customer_required INTEGER NOT NULL DEFAULT 0 CHECK (customer_required IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), seq INTEGER NOT NULL UNIQUE, sort_name TEXT NOT NULL,
  made_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX items_category ON items (category_id, sort_name);
CREATE INDEX items_sort ON items (sort_name, id);
CREATE TABLE item_barcodes (code TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id)) STRICT, WITHOUT ROWID;
CREATE INDEX item_barcodes_item ON item_barcodes (item_id);
CREATE TABLE item_prices (
  item_id TEXT NOT NULL REFERENCES items (id), price_list_id TEXT NOT NULL REFERENCES price_lists (id), price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  PRIMARY KEY (item_id, price_list_id)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE find_item USING fts5 (t, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 0 tokenchars '._-'", prefix='1 2 3 4');
`
