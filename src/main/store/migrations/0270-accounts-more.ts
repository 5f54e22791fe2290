export const version = 270

/**
 * Credit that is paid out of an account, files that leave with a message, a debt that is given up with the person who is deleted, and two indexes:
 * a customer who goes asks for the merges they went into, and for their own deletions.
 */
export const up = `
CREATE INDEX customer_merges_of ON customer_merges (gone_id);
CREATE INDEX erasures_customer ON erasures (customer_id);

-- What was handed out of the drawer for an entry that takes an account's credit. Sealed and never changed, as the entry itself.
CREATE TABLE account_payouts (
  entry_id TEXT PRIMARY KEY REFERENCES account_entries (id), register_id TEXT NOT NULL REFERENCES registers (id), number INTEGER NOT NULL CHECK (number > 0),
  money_cents INTEGER NOT NULL CHECK (money_cents >= 0), at TEXT NOT NULL, UNIQUE (register_id, number)
) STRICT;
CREATE INDEX account_payouts_paid ON account_payouts (at);
CREATE TRIGGER account_payouts_no_update BEFORE UPDATE ON account_payouts BEGIN SELECT RAISE(ABORT, 'an account is corrected by a new entry'); END;
CREATE TRIGGER account_payouts_no_delete BEFORE DELETE ON account_payouts BEGIN SELECT RAISE(ABORT, 'an account is corrected by a new entry'); END;
CREATE TRIGGER account_payouts_sealed AFTER INSERT ON account_payouts BEGIN
  INSERT INTO account_seals (kind, id, digest, seal) SELECT 'payout', NEW.entry_id, d, sha256(coalesce((SELECT seal FROM account_seals ORDER BY seq DESC LIMIT 1), '') || '|payout|' || NEW.entry_id || '|' || d)
    FROM (SELECT sha256(json_array(NEW.register_id, NEW.number, NEW.money_cents, NEW.at)) AS d);
END;

-- The file of a message in the outbox. It goes where the message goes.
CREATE TABLE outbox_files (
  outbox_id TEXT PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE, customer_id TEXT NOT NULL REFERENCES customers (id), file_name TEXT NOT NULL, media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0), content BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_files_customer ON outbox_files (customer_id);

-- So much is written off with the person, and who allowed it; where they owe anything else by then, they stay.
ALTER TABLE erasures ADD COLUMN write_off_cents INTEGER CHECK (write_off_cents > 0);
ALTER TABLE erasures ADD COLUMN write_off_by TEXT;
`
