export const version = 30

/** Customers with everything that is known of them, the two search tables, kept drafts and import batches. */
export const up = `
CREATE TABLE price_lists (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000), position INTEGER NOT NULL
) STRICT;
CREATE TABLE customer_types (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('regular', 'medical', 'wholesale', 'own')),
  price_list_id TEXT REFERENCES price_lists (id), position INTEGER NOT NULL
) STRICT;
CREATE TABLE customer_groups (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', needs_approval INTEGER NOT NULL DEFAULT 0 CHECK (needs_approval IN (0, 1)),
  price_list_id TEXT REFERENCES price_lists (id), is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)), position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX customer_groups_default ON customer_groups (is_default) WHERE is_default = 1;

-- seq is recency: it grows on every touch and is the rowid of both search tables.
CREATE TABLE customers (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL UNIQUE,
  source TEXT NOT NULL CHECK (source IN ('till', 'import', 'id-scan', 'catalog', 'instant')),
  type TEXT NOT NULL CHECK (type IN ('personal', 'business')),
  customer_type_id TEXT REFERENCES customer_types (id), group_id TEXT REFERENCES customer_groups (id),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive', 'pending', 'banned', 'merged', 'erased')),
  first_name TEXT NOT NULL DEFAULT '', last_name TEXT NOT NULL DEFAULT '', nickname TEXT NOT NULL DEFAULT '', company TEXT NOT NULL DEFAULT '',
  industry TEXT NOT NULL DEFAULT '', job_title TEXT NOT NULL DEFAULT '', website TEXT NOT NULL DEFAULT '', tax_id TEXT NOT NULL DEFAULT '',
  birth_date TEXT CHECK (birth_date IS NULL OR birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  language TEXT CHECK (language IN ('en', 'fr', 'es')), tags TEXT NOT NULL DEFAULT '[]', notes TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL, import_batch_id TEXT, last_visit_at TEXT, visits INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL, made_by TEXT, updated_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  CHECK (status = 'erased' OR first_name <> '' OR last_name <> '' OR nickname <> '' OR company <> '')
) STRICT;
CREATE INDEX customers_sort ON customers (sort_name, id);
CREATE INDEX customers_birth ON customers (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX customers_batch ON customers (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE TABLE customer_phones (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id), e164 TEXT NOT NULL, typed TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'mobile', position INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_phones_customer ON customer_phones (customer_id, position);
CREATE INDEX customer_phones_number ON customer_phones (e164);
CREATE TABLE customer_emails (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id), address TEXT NOT NULL, address_key TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'home', position INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_emails_customer ON customer_emails (customer_id, position);
CREATE INDEX customer_emails_address ON customer_emails (address_key);
CREATE TABLE customer_addresses (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id), label TEXT NOT NULL DEFAULT '',
  address_1 TEXT NOT NULL DEFAULT '', address_2 TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_addresses_customer ON customer_addresses (customer_id, position);
-- What an imported card carried and the record has no field for: shown, searched, kept word for word.
CREATE TABLE customer_extras (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id), name TEXT NOT NULL, value TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_extras_customer ON customer_extras (customer_id, position);
CREATE TABLE customer_photos (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), media_type TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT;
CREATE TABLE identity_documents (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), number TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '',
  expires_on TEXT, source TEXT NOT NULL CHECK (source IN ('typed', 'scanned')), updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX identity_documents_number ON identity_documents (number) WHERE number <> '';
CREATE TABLE medical_records (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), number TEXT NOT NULL DEFAULT '', expires_on TEXT, updated_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE find_name USING fts5 (t, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 0 tokenchars '@._-+'", prefix='1 2 3 4 5 6 7');
CREATE VIRTUAL TABLE find_all USING fts5 (t, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 0 tokenchars '@._-+'", prefix='1 2 3 4');
CREATE VIRTUAL TABLE find_name_words USING fts5vocab (find_name, 'row');

-- A form left open when the power went: offered again on next open.
CREATE TABLE form_drafts (
  register_id TEXT NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (register_id, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batches (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', state TEXT NOT NULL,
  size_bytes INTEGER NOT NULL, mapping TEXT NOT NULL DEFAULT '{}', counts TEXT NOT NULL DEFAULT '{}',
  staff_id TEXT NOT NULL, register_id TEXT NOT NULL, made_at TEXT NOT NULL, ran_at TEXT, undo_until TEXT, undone_at TEXT
) STRICT;
CREATE TABLE import_chunks (
  batch_id TEXT NOT NULL REFERENCES import_batches (id), position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (batch_id, position)
) STRICT;
CREATE TABLE import_rows (
  batch_id TEXT NOT NULL REFERENCES import_batches (id), position INTEGER NOT NULL, line INTEGER NOT NULL, name TEXT NOT NULL, draft TEXT NOT NULL,
  problem TEXT, twin_id TEXT, twin_why TEXT, choice TEXT NOT NULL CHECK (choice IN ('add', 'update', 'skip')),
  ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)), outcome TEXT, customer_id TEXT, before TEXT,
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
`
