export const version = 180

/** Whoever pays later: what every entry and every match is sealed over. Free words are left out, since an erased person's may be emptied. */
const sealed = [
  ['entry', 'account_entries', 'id', ['seq', 'source_key', 'kind', 'amount_cents', 'day', 'due_on', 'at', 'register_id', 'staff_id', 'approved_by', 'sale_id', 'refund_id', 'number', 'method', 'money_cents', 'given_cents', 'change_cents']],
  ['match', 'account_matches', 'seq', ['credit_id', 'debit_id', 'amount_cents', 'how', 'at']],
] as const

/**
 * Pay later. The entries are the account: rows are only ever added, the balance is their sum, and what pays for what is rows of its own.
 * account_open holds what of each entry nothing is matched to yet; triggers keep it, and Verify adds it up anew. An entry's owner alone may
 * change (two records that are merged), and its free words may be emptied (somebody who is erased).
 */
export const up = `
CREATE TABLE account_rules (
  id INTEGER PRIMARY KEY CHECK (id = 1), pay_later INTEGER NOT NULL CHECK (pay_later IN (0, 1)), days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
  over_limit TEXT NOT NULL CHECK (over_limit IN ('warn', 'pin', 'block')), overdue TEXT NOT NULL CHECK (overdue IN ('warn', 'pin', 'block')),
  overdue_days INTEGER NOT NULL CHECK (overdue_days BETWEEN 0 AND 365), updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE account_entries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, source_key TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'payment', 'adjustment', 'refund', 'void', 'write-off')), amount_cents INTEGER NOT NULL,
  day TEXT NOT NULL, due_on TEXT, at TEXT NOT NULL, register_id TEXT NOT NULL REFERENCES registers (id), staff_id TEXT NOT NULL, approved_by TEXT,
  sale_id TEXT REFERENCES sales (id), refund_id TEXT REFERENCES refunds (id), number INTEGER CHECK (number > 0),
  method TEXT CHECK (method IN ('cash', 'card')), money_cents INTEGER, given_cents INTEGER, change_cents INTEGER, reference TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
  UNIQUE (register_id, number),
  CHECK (amount_cents <> 0 AND (amount_cents > 0) = (kind = 'charge' OR (kind = 'adjustment' AND amount_cents > 0))),
  CHECK ((kind = 'payment') = (method IS NOT NULL) AND (kind = 'payment') = (number IS NOT NULL) AND (kind = 'payment') = (money_cents IS NOT NULL)),
  CHECK ((amount_cents > 0) = (due_on IS NOT NULL))
) STRICT;
CREATE INDEX account_entries_customer ON account_entries (customer_id, seq);
CREATE INDEX account_entries_sale ON account_entries (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX account_entries_paid ON account_entries (at) WHERE kind = 'payment';

-- What of a credit (payment, refund …) pays what of a debit (charge …). Below zero: a match that was taken back.
CREATE TABLE account_matches (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, credit_id TEXT NOT NULL REFERENCES account_entries (id), debit_id TEXT NOT NULL REFERENCES account_entries (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0), how TEXT NOT NULL CHECK (how IN ('oldest', 'chosen', 'undone')), at TEXT NOT NULL,
  CHECK ((amount_cents < 0) = (how = 'undone'))
) STRICT;
CREATE INDEX account_matches_credit ON account_matches (credit_id);
CREATE INDEX account_matches_debit ON account_matches (debit_id);

CREATE TABLE account_open (
  entry_id TEXT PRIMARY KEY REFERENCES account_entries (id), customer_id TEXT NOT NULL, seq INTEGER NOT NULL, day TEXT NOT NULL, due_on TEXT, open_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX account_open_customer ON account_open (customer_id, day, due_on, open_cents, seq);

CREATE TABLE account_seals (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, seal TEXT NOT NULL) STRICT;
CREATE INDEX account_seals_of ON account_seals (kind, id);

-- What the printer's own list has no word for: a receipt of a payment (entry_id), or a statement.
CREATE TABLE account_papers (job_id TEXT PRIMARY KEY REFERENCES print_jobs (id), customer_id TEXT NOT NULL, entry_id TEXT REFERENCES account_entries (id)) STRICT, WITHOUT ROWID;
CREATE INDEX account_papers_customer ON account_papers (customer_id);

CREATE TRIGGER account_entries_no_update BEFORE UPDATE OF seq, id, source_key, kind, amount_cents, day, due_on, at, register_id, staff_id, approved_by, sale_id, refund_id, number, method,
  money_cents, given_cents, change_cents ON account_entries BEGIN SELECT RAISE(ABORT, 'an account is corrected by a new entry'); END;
CREATE TRIGGER account_entries_words BEFORE UPDATE OF reference, reason ON account_entries WHEN (NEW.reference <> '' AND NEW.reference <> OLD.reference) OR (NEW.reason <> '' AND NEW.reason <> OLD.reason)
  BEGIN SELECT RAISE(ABORT, 'words on an account are only ever emptied'); END;
CREATE TRIGGER account_entries_no_delete BEFORE DELETE ON account_entries BEGIN SELECT RAISE(ABORT, 'an account is corrected by a new entry'); END;
CREATE TRIGGER account_entries_moved AFTER UPDATE OF customer_id ON account_entries BEGIN UPDATE account_open SET customer_id = NEW.customer_id WHERE entry_id = NEW.id; END;
CREATE TRIGGER account_entries_open AFTER INSERT ON account_entries BEGIN
  INSERT INTO account_open (entry_id, customer_id, seq, day, due_on, open_cents) VALUES (NEW.id, NEW.customer_id, NEW.seq, NEW.day, NEW.due_on, NEW.amount_cents);
END;
${['account_matches', 'account_seals'].map((table) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'an account is corrected by a new entry'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'an account is corrected by a new entry'); END;`).join('')}
CREATE TRIGGER account_matches_fit BEFORE INSERT ON account_matches BEGIN
  SELECT RAISE(ABORT, 'more is matched than is open') WHERE NEW.amount_cents > 0 AND (
    NEW.amount_cents > coalesce((SELECT open_cents FROM account_open WHERE entry_id = NEW.debit_id), 0) OR NEW.amount_cents > 0 - coalesce((SELECT open_cents FROM account_open WHERE entry_id = NEW.credit_id), 0));
  SELECT RAISE(ABORT, 'two accounts are not matched') WHERE NEW.amount_cents > 0
    AND (SELECT customer_id FROM account_entries WHERE id = NEW.credit_id) <> (SELECT customer_id FROM account_entries WHERE id = NEW.debit_id);
  SELECT RAISE(ABORT, 'more is taken back than was matched') WHERE NEW.amount_cents < 0
    AND coalesce((SELECT sum(amount_cents) FROM account_matches WHERE credit_id = NEW.credit_id AND debit_id = NEW.debit_id), 0) + NEW.amount_cents < 0;
END;
CREATE TRIGGER account_matches_open AFTER INSERT ON account_matches BEGIN
  ${[['debit_id', '0 - NEW.amount_cents'], ['credit_id', 'NEW.amount_cents']].map(([side, change]) => `
  INSERT INTO account_open (entry_id, customer_id, seq, day, due_on, open_cents) SELECT id, customer_id, seq, day, due_on, ${change} FROM account_entries WHERE id = NEW.${side}
    ON CONFLICT (entry_id) DO UPDATE SET open_cents = open_cents + excluded.open_cents;`).join('')}
  DELETE FROM account_open WHERE entry_id IN (NEW.debit_id, NEW.credit_id) AND open_cents = 0;
END;
${sealed.map(([kind, table, key, columns]) => `
CREATE TRIGGER ${table}_sealed AFTER INSERT ON ${table} BEGIN
  INSERT INTO account_seals (kind, id, digest, seal) SELECT '${kind}', NEW.${key}, d, sha256(coalesce((SELECT seal FROM account_seals ORDER BY seq DESC LIMIT 1), '') || '|${kind}|' || NEW.${key} || '|' || d)
    FROM (SELECT sha256(json_array(${columns.map((column) => `NEW.${column}`).join(', ')})) AS d);
END;`).join('')}

-- Tenders learn a third kind; nothing refers to them, so their table is written anew.
CREATE TABLE tenders_anew (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), refund_id TEXT REFERENCES refunds (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'account')), amount_cents INTEGER NOT NULL, given_cents INTEGER NOT NULL, change_cents INTEGER NOT NULL DEFAULT 0,
  reference TEXT NOT NULL DEFAULT '', staff_id TEXT NOT NULL, at TEXT NOT NULL, taken_back_at TEXT, approved_by TEXT
) STRICT;
INSERT INTO tenders_anew (id, sale_id, refund_id, kind, amount_cents, given_cents, change_cents, reference, staff_id, at, taken_back_at)
  SELECT id, sale_id, refund_id, kind, amount_cents, given_cents, change_cents, reference, staff_id, at, taken_back_at FROM tenders;
DROP TABLE tenders;
ALTER TABLE tenders_anew RENAME TO tenders;
CREATE INDEX tenders_sale ON tenders (sale_id);
`
