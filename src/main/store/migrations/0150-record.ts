export const version = 150

/**
 * What a full record holds beside names and numbers: terms of trade (price list, discount, tax exemption, pay later), who wrote it last, tags as rows
 * that can be filtered by, the other people of a business, and the attributes a shop makes up itself. The first phone, e-mail and address stay the
 * default of each, so nothing that reads them had to change.
 */
export const up = `
ALTER TABLE customers ADD COLUMN price_list_id TEXT REFERENCES price_lists (id);
ALTER TABLE customers ADD COLUMN discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000);
ALTER TABLE customers ADD COLUMN tax_exempt INTEGER NOT NULL DEFAULT 0 CHECK (tax_exempt IN (0, 1));
ALTER TABLE customers ADD COLUMN tax_certificate TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN tax_exempt_until TEXT CHECK (tax_exempt_until IS NULL OR tax_exempt_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE customers ADD COLUMN registration_no TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN parent_id TEXT REFERENCES customers (id);
ALTER TABLE customers ADD COLUMN preferred_channel TEXT CHECK (preferred_channel IN ('sms', 'email', 'whatsapp', 'phone', 'post'));
ALTER TABLE customers ADD COLUMN pay_later_allowed INTEGER NOT NULL DEFAULT 0 CHECK (pay_later_allowed IN (0, 1));
-- null: no limit; the shop's own number of days
ALTER TABLE customers ADD COLUMN pay_later_limit_cents INTEGER CHECK (pay_later_limit_cents IS NULL OR pay_later_limit_cents >= 0);
ALTER TABLE customers ADD COLUMN pay_later_days INTEGER CHECK (pay_later_days IS NULL OR pay_later_days BETWEEN 0 AND 365);
ALTER TABLE customers ADD COLUMN po_required INTEGER NOT NULL DEFAULT 0 CHECK (po_required IN (0, 1));
ALTER TABLE customers ADD COLUMN statement_by TEXT CHECK (statement_by IN ('print', 'email', 'whatsapp'));
ALTER TABLE customers ADD COLUMN updated_by TEXT;
ALTER TABLE customers ADD COLUMN updated_register TEXT;
CREATE INDEX customers_parent ON customers (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX customer_addresses_city ON customer_addresses (city COLLATE NOCASE);

-- The same tags as in customers.tags, folded, to count and to filter by.
CREATE TABLE customer_tags (
  customer_id TEXT NOT NULL REFERENCES customers (id), key TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (customer_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tags_key ON customer_tags (key, tag);
INSERT OR IGNORE INTO customer_tags (customer_id, key, tag) SELECT c.id, fold(j.value), j.value FROM customers c, json_each(c.tags) j WHERE c.tags <> '[]';

-- Who else speaks for a business. e164 is '' where an imported number could not be read.
CREATE TABLE customer_contacts (
  customer_id TEXT NOT NULL REFERENCES customers (id), position INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL DEFAULT '',
  e164 TEXT NOT NULL DEFAULT '', typed TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', may_buy INTEGER NOT NULL DEFAULT 0 CHECK (may_buy IN (0, 1)),
  PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;

-- converting_from: the kind its values were written in, while they are being put into the new one
CREATE TABLE attributes (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'long-text', 'number', 'date', 'yes-no', 'list', 'link')),
  choices TEXT NOT NULL DEFAULT '[]', seen_by TEXT NOT NULL DEFAULT 'everyone' CHECK (seen_by IN ('everyone', 'managers')),
  searchable INTEGER NOT NULL DEFAULT 1 CHECK (searchable IN (0, 1)), in_export INTEGER NOT NULL DEFAULT 1 CHECK (in_export IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), position INTEGER NOT NULL, converting_from TEXT,
  made_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
-- value is canonical text: a number as its digits, a date as YYYY-MM-DD, 'yes' or 'no'. key is what it is found and filtered by: folded, cut short.
CREATE TABLE customer_attributes (
  customer_id TEXT NOT NULL REFERENCES customers (id), attribute_id TEXT NOT NULL REFERENCES attributes (id), value TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (customer_id, attribute_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_attributes_value ON customer_attributes (attribute_id, key, customer_id);
`
