export const version = 10

/** The shop, its tills and taxes, and the answers kept so that a repeated request has one effect. */
export const up = `
CREATE TABLE requests (
  id TEXT PRIMARY KEY, door TEXT NOT NULL, at TEXT NOT NULL, answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_at ON requests (at);

CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  address_1 TEXT NOT NULL DEFAULT '', address_2 TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '', country TEXT NOT NULL CHECK (length(country) = 2),
  phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', tax_number TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  locale TEXT NOT NULL, language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'es')), time_zone TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
  cash_step_cents INTEGER NOT NULL DEFAULT 1 CHECK (cash_step_cents BETWEEN 1 AND 100),
  medical INTEGER NOT NULL DEFAULT 0 CHECK (medical IN (0, 1)),
  minimum_age INTEGER NOT NULL DEFAULT 18 CHECK (minimum_age BETWEEN 0 AND 99),
  customer_required TEXT NOT NULL DEFAULT 'off' CHECK (customer_required IN ('off', 'recommended', 'required')),
  customer_details INTEGER NOT NULL DEFAULT 0 CHECK (customer_details IN (0, 1)),
  everyone_edits_customers INTEGER NOT NULL DEFAULT 1 CHECK (everyone_edits_customers IN (0, 1)),
  idle_lock_seconds INTEGER NOT NULL DEFAULT 300 CHECK (idle_lock_seconds BETWEEN 0 AND 86400),
  receipt_footer TEXT NOT NULL DEFAULT '',
  demo TEXT CHECK (demo IN ('making', 'made')),
  sms_wording TEXT NOT NULL DEFAULT '{}', email_wording TEXT NOT NULL DEFAULT '{}',
  made_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE registers (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (trim(name) <> ''), number INTEGER NOT NULL UNIQUE CHECK (number > 0), made_at TEXT NOT NULL
) STRICT;

CREATE TABLE tax_rates (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, rate_ppm INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
  position INTEGER NOT NULL, active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE tax_classes (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE TABLE tax_class_rates (
  tax_class_id TEXT NOT NULL REFERENCES tax_classes (id), tax_rate_id TEXT NOT NULL REFERENCES tax_rates (id),
  PRIMARY KEY (tax_class_id, tax_rate_id)
) STRICT, WITHOUT ROWID;

-- "Did you find this article helpful?": one vote per article and till.
CREATE TABLE help_votes (
  article TEXT NOT NULL, register_id TEXT NOT NULL, helpful INTEGER NOT NULL CHECK (helpful IN (0, 1)), at TEXT NOT NULL, PRIMARY KEY (article, register_id)
) STRICT, WITHOUT ROWID;
`
