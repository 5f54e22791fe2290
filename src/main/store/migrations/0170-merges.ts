export const version = 170

/**
 * Two records of one person: which pairs look like it and what was decided of them, how far the search for them has come, and every merge with what
 * it changed and moved, so that for thirty days it can be taken back to the exact start.
 */
export const up = `
-- also_known: what the records merged into this one were found by (names, codes, phones, e-mails), so that a search for them finds this one.
ALTER TABLE customers ADD COLUMN merged_into TEXT REFERENCES customers (id);
ALTER TABLE customers ADD COLUMN also_known TEXT NOT NULL DEFAULT '';
CREATE INDEX customers_merged ON customers (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX loyalty_accounts_merged ON loyalty_accounts (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE customer_merges (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('merge', 'keep-online')),
  kept_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE, gone_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at TEXT NOT NULL, undo_until TEXT NOT NULL, staff_id TEXT NOT NULL, register_id TEXT NOT NULL, approved_by TEXT,
  moved TEXT NOT NULL CHECK (json_valid(moved)), undone_at TEXT, undone_by TEXT
) STRICT;
CREATE UNIQUE INDEX customer_merges_gone ON customer_merges (gone_id) WHERE undone_at IS NULL;
CREATE INDEX customer_merges_kept ON customer_merges (kept_id, at);
-- What stood in a table of one of the two before and after, whole rows. Gone with the thirty days.
CREATE TABLE customer_merge_rows (
  merge_id TEXT NOT NULL REFERENCES customer_merges (id) ON DELETE CASCADE, table_name TEXT NOT NULL, customer_id TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)), after TEXT NOT NULL CHECK (json_valid(after)), PRIMARY KEY (merge_id, table_name, customer_id)
) STRICT;
-- Which rows went over as they are, by their keys.
CREATE TABLE customer_merge_moves (
  merge_id TEXT NOT NULL REFERENCES customer_merges (id) ON DELETE CASCADE, table_name TEXT NOT NULL, keys TEXT NOT NULL CHECK (json_valid(keys)),
  PRIMARY KEY (merge_id, table_name)
) STRICT;

-- one_id < other_id. 'different' is kept for good; 'later' comes back on its day.
CREATE TABLE duplicate_pairs (
  one_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE, other_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100), why TEXT NOT NULL CHECK (json_valid(why)), source TEXT NOT NULL CHECK (source IN ('found', 'import', 'typed')),
  state TEXT NOT NULL CHECK (state IN ('open', 'later', 'different')), later_until TEXT, found_at TEXT NOT NULL, decided_at TEXT, decided_by TEXT,
  PRIMARY KEY (one_id, other_id), CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_pairs_other ON duplicate_pairs (other_id);
CREATE INDEX duplicate_pairs_open ON duplicate_pairs (score DESC, one_id, other_id) WHERE state = 'open';
CREATE INDEX duplicate_pairs_later ON duplicate_pairs (later_until) WHERE state = 'later';
-- Everyone up to this place in recency has been compared with everyone before them.
CREATE TABLE duplicate_search (
  id INTEGER PRIMARY KEY CHECK (id = 1), checked_seq INTEGER NOT NULL, stopped INTEGER NOT NULL CHECK (stopped IN (0, 1)), last_done_at TEXT
) STRICT;
INSERT INTO duplicate_search VALUES (1, 0, 0, NULL);
`
