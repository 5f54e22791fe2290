export const version = 80

/**
 * Loyalty, second part: households (each row of the ledger stays on the account that earned it; a household's balance is the sum of its members'),
 * the answer a customer proves themselves with, codes sent to a phone, what waits to be sent, what bonuses were given for, and exchanges.
 */
export const up = `
CREATE TABLE loyalty_households (id TEXT PRIMARY KEY, name TEXT NOT NULL, made_at TEXT NOT NULL, staff_id TEXT NOT NULL) STRICT;
-- One row for each stay; whoever leaves keeps the row, with its end.
CREATE TABLE loyalty_household_members (
  id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES loyalty_households (id), account_id TEXT NOT NULL REFERENCES loyalty_accounts (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'spender', 'earner')), cap_points INTEGER CHECK (cap_points > 0),
  joined_at TEXT NOT NULL, joined_by TEXT NOT NULL, left_at TEXT, left_by TEXT, staff_id TEXT, approved_by TEXT
) STRICT;
CREATE UNIQUE INDEX loyalty_household_members_once ON loyalty_household_members (account_id) WHERE left_at IS NULL;
CREATE UNIQUE INDEX loyalty_household_members_owner ON loyalty_household_members (household_id) WHERE left_at IS NULL AND role = 'owner';
CREATE INDEX loyalty_household_members_in ON loyalty_household_members (household_id, joined_at);

CREATE TABLE loyalty_security (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id), question TEXT NOT NULL CHECK (trim(question) <> ''), answer_hash TEXT NOT NULL, set_at TEXT NOT NULL, staff_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- A code that was sent to a phone: only its hash, how long it holds, and how often it was tried.
CREATE TABLE loyalty_codes (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES loyalty_accounts (id), code_hash TEXT NOT NULL, sent_at TEXT NOT NULL, expires_at TEXT NOT NULL,
  tries_left INTEGER NOT NULL CHECK (tries_left >= 0), used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX loyalty_codes_account ON loyalty_codes (account_id, sent_at);
-- What is to be sent, was sent, or failed. A code is never in the text that is kept.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY, source_key TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customers (id), channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
  purpose TEXT NOT NULL, address TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'cancelled')),
  consent_id TEXT, tries INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', made_at TEXT NOT NULL, done_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox (made_at) WHERE state = 'queued';
CREATE INDEX outbox_customer ON outbox (customer_id, made_at);

-- What a bonus was given for: a friend or a review counts once in all time.
CREATE TABLE loyalty_bonus_proofs (
  proof_key TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('referral', 'review')), account_id TEXT NOT NULL REFERENCES loyalty_accounts (id), entry_id TEXT NOT NULL, day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX loyalty_bonus_proofs_account ON loyalty_bonus_proofs (account_id, kind, day);

-- Goods given back for others: the refund and the sale that were one act.
CREATE TABLE sale_exchanges (refund_id TEXT PRIMARY KEY REFERENCES refunds (id), sale_id TEXT NOT NULL UNIQUE REFERENCES sales (id), at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
