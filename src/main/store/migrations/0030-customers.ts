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
  -- the first phone, e-mail and city, so that a list of people is read from one row each
  main_phone TEXT NOT NULL DEFAULT '', main_email TEXT NOT NULL DEFAULT '', main_city TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL, made_by TEXT, updated_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  -- field -> [version, time, till] of its last change: two tills that change different fields both keep theirs
  field_changes TEXT NOT NULL DEFAULT '{}',
  CHECK (status = 'erased' OR first_name <> '' OR last_name <> '' OR nickname <> '' OR company <> '')
) STRICT;
CREATE INDEX customers_sort ON customers (sort_name, id, status);
CREATE INDEX customers_birth ON customers (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX customers_batch ON customers (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- How many there are under each letter of the A-Z strip. No trigger keeps it: a trigger makes each insert a savepoint, and each savepoint
-- writes out what the search tables hold back, at five times the cost of the row.
CREATE TABLE customer_letters (
  letter TEXT NOT NULL, status TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (letter, status)
) STRICT, WITHOUT ROWID;
-- The last customer code given out: a code is never given twice, even when its customer is undone.
CREATE TABLE customer_codes (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT;
INSERT INTO customer_codes VALUES (1, 0);

-- e164 is '' where an imported number could not be read: what was typed is kept, and searched.
CREATE TABLE customer_phones (
  customer_id TEXT NOT NULL REFERENCES customers (id), position INTEGER NOT NULL, e164 TEXT NOT NULL, typed TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'mobile', PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_phones_number ON customer_phones (e164);
CREATE TABLE customer_emails (
  customer_id TEXT NOT NULL REFERENCES customers (id), position INTEGER NOT NULL, address TEXT NOT NULL, address_key TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'home', PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_emails_address ON customer_emails (address_key);
CREATE TABLE customer_addresses (
  customer_id TEXT NOT NULL REFERENCES customers (id), position INTEGER NOT NULL, label TEXT NOT NULL DEFAULT '',
  address_1 TEXT NOT NULL DEFAULT '', address_2 TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '', PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;
-- What an imported card carried and the record has no field for: shown, searched, kept word for word.
CREATE TABLE customer_extras (
  customer_id TEXT NOT NULL REFERENCES customers (id), position INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE customer_photos (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), media_type TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT;
CREATE TABLE identity_documents (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), number TEXT NOT NULL DEFAULT '', number_key TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '',
  expires_on TEXT, source TEXT NOT NULL CHECK (source IN ('typed', 'scanned')), updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX identity_documents_number ON identity_documents (number_key) WHERE number_key <> '';
CREATE TABLE medical_records (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), number TEXT NOT NULL DEFAULT '', expires_on TEXT, updated_at TEXT NOT NULL
) STRICT;

-- Words are folded by our own code; the ascii tokenizer takes every other letter as it is, so no script can split a word in two.
CREATE VIRTUAL TABLE find_name USING fts5 (t, content='', contentless_delete=1, detail=none,
  tokenize="ascii tokenchars '@._-+'", prefix='1 2 3 4 5 6 7');
CREATE VIRTUAL TABLE find_all USING fts5 (t, content='', contentless_delete=1, detail=none,
  tokenize="ascii tokenchars '@._-+'", prefix='1 2 3 4');
CREATE VIRTUAL TABLE find_name_words USING fts5vocab (find_name, 'row');

-- A form left open when the power went: offered again on next open.
CREATE TABLE form_drafts (
  register_id TEXT NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (register_id, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batches (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'vcard', 'csv')),
  state TEXT NOT NULL CHECK (state IN ('receiving', 'mapping', 'reading', 'ready', 'running', 'done', 'cancelling', 'undoing', 'undone', 'cancelled')),
  size_bytes INTEGER NOT NULL, received_bytes INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
  mapping TEXT NOT NULL DEFAULT '{}', counts TEXT NOT NULL DEFAULT '{}',
  staff_id TEXT NOT NULL, register_id TEXT NOT NULL, made_at TEXT NOT NULL, ran_at TEXT, undo_until TEXT, undone_at TEXT
) STRICT;
CREATE INDEX import_batches_made ON import_batches (made_at);
CREATE TABLE import_chunks (
  batch_id TEXT NOT NULL REFERENCES import_batches (id), position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (batch_id, position)
) STRICT;
-- heap and nth give every filtered list its rows by number; twin_id is a customer of the shop, twin_position an earlier row of the same file.
CREATE TABLE import_rows (
  batch_id TEXT NOT NULL REFERENCES import_batches (id), position INTEGER NOT NULL, line INTEGER NOT NULL,
  heap TEXT NOT NULL CHECK (heap IN ('new', 'twin', 'problem')), nth INTEGER NOT NULL, name TEXT NOT NULL, draft TEXT NOT NULL, source TEXT,
  problems TEXT, blocked INTEGER NOT NULL CHECK (blocked IN (0, 1)), twin_id TEXT, twin_position INTEGER, twin TEXT,
  choice TEXT NOT NULL CHECK (choice IN ('add', 'update', 'skip')), ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)),
  outcome TEXT CHECK (outcome IN ('added', 'updated', 'skipped', 'not-selected', 'failed')), customer_id TEXT, before TEXT,
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_heap ON import_rows (batch_id, heap, nth);
CREATE INDEX import_rows_refused ON import_rows (batch_id, position) WHERE outcome = 'failed' OR blocked = 1;
CREATE TABLE import_keys (
  batch_id TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (batch_id, key, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_photos (
  batch_id TEXT NOT NULL, position INTEGER NOT NULL, media_type TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (batch_id, position)
) STRICT;
`
