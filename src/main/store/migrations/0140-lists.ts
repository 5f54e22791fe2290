export const version = 140

/** The Customer List: what each person keeps of it (columns, filters, sort), groups that are a filter, and how many rows it shows at most. */
export const up = `
CREATE TABLE list_memory (
  staff_id TEXT NOT NULL, what TEXT NOT NULL CHECK (what IN ('columns', 'filter', 'sort', 'new-half')), body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (staff_id, what)
) STRICT, WITHOUT ROWID;
-- A smart group holds nobody: whoever its filter finds at the moment it is asked is in it.
CREATE TABLE smart_groups (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (trim(name) <> ''), filter TEXT NOT NULL CHECK (json_valid(filter)),
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE TABLE list_settings (id INTEGER PRIMARY KEY CHECK (id = 1), most_rows INTEGER NOT NULL CHECK (most_rows BETWEEN 100 AND 10000)) STRICT;
INSERT INTO list_settings VALUES (1, 1000);
-- Acts on many at once, kept so that they can be undone: what each person had before.
CREATE TABLE bulk_acts (
  id TEXT PRIMARY KEY, what TEXT NOT NULL CHECK (what IN ('group', 'tag', 'untag', 'status')), detail TEXT NOT NULL CHECK (json_valid(detail)), staff_id TEXT NOT NULL, register_id TEXT NOT NULL,
  at TEXT NOT NULL, undone_at TEXT
) STRICT;
CREATE TABLE bulk_act_people (
  act_id TEXT NOT NULL REFERENCES bulk_acts (id) ON DELETE CASCADE, customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE, before TEXT NOT NULL CHECK (json_valid(before)),
  PRIMARY KEY (act_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_act_people_customer ON bulk_act_people (customer_id);

-- What most filters and sorts look at, beside one another, so that a look at everyone reads a tenth of their rows. Codes only grow: an import
-- writes it at its end.
CREATE INDEX customers_list ON customers (code, status, type, source, group_id, sort_name, last_visit_at, birth_date, main_email, id);
`
