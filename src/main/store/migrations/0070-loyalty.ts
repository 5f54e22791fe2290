export const version = 70

/** The rules a shop starts with, word for word as they stood when this shipped. */
const firstRules = '{"on":true,"name":"","words":null,"joining":"asked","earn":{"basis":"spend","points":1,"perCents":100,"beforeTax":true,"pointsPerVisit":0,"fixed":[],"excludedItemIds":[],"excludedCategoryIds":[],"excludeAgeRestricted":true,"minimumCents":0,"mostPerSale":null,"mostPerDay":null,"rounding":"down","pendingDays":0},"multipliers":{"combine":"highest","capMilli":5000,"boosts":[],"birthdayTimesMilli":1000},"tiers":{"basis":"points-earned","levels":[],"reviewMonths":12,"graceMonths":1},"redemption":{"points":100,"cents":500,"minimum":100,"step":1,"mostSharePpm":1000000,"excludedItemIds":[],"excludedCategoryIds":[],"check":"none","checkAbove":200},"expiry":{"rule":{"kind":"off"},"graceDays":0,"returnedDays":30},"bonuses":{"signUpPoints":0,"signUpWhen":"at-once","birthdayPoints":0,"birthdayDaysBefore":7,"birthdayDaysAfter":7,"birthdaySetAheadDays":14},"adjustments":{"mostPerAct":500,"mostPerDay":2000,"belowZero":false}}'

/**
 * Loyalty: accounts, the ledger with its buckets and draws (append-only, chained by hash), rule versions, rewards and cards.
 * loyalty_lots_left and loyalty_days are sums kept at hand; Verify proves them against the rows. Everything a row says is in its hash.
 */
export const up = `
CREATE TABLE loyalty_secret (id INTEGER PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL) STRICT;
INSERT INTO loyalty_secret VALUES (1, lower(hex(randomblob(32))));

CREATE TABLE loyalty_programs (
  version INTEGER PRIMARY KEY, starts_at TEXT NOT NULL, rules TEXT NOT NULL CHECK (json_valid(rules)), made_at TEXT NOT NULL, staff_id TEXT
) STRICT;
INSERT INTO loyalty_programs VALUES (1, '2000-01-01T00:00:00.000Z', '${firstRules}', '2000-01-01T00:00:00.000Z', NULL);

CREATE TABLE loyalty_accounts (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL UNIQUE REFERENCES customers (id), joined_at TEXT NOT NULL, joined_day TEXT NOT NULL,
  register_id TEXT NOT NULL, staff_id TEXT, last_visit_day TEXT NOT NULL, merged_into TEXT REFERENCES loyalty_accounts (id)
) STRICT;
CREATE INDEX loyalty_accounts_visit ON loyalty_accounts (last_visit_day);

CREATE TABLE loyalty_ledger (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, register_id TEXT NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0),
  source_key TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL REFERENCES loyalty_accounts (id), customer_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'adjust', 'reverse', 'void', 'expire', 'restore', 'post', 'sign-up', 'birthday', 'tier-bonus', 'transfer', 'opening', 'waive')),
  points INTEGER NOT NULL, pending INTEGER NOT NULL, balance_after INTEGER NOT NULL, pending_after INTEGER NOT NULL CHECK (pending_after >= 0), owed INTEGER NOT NULL,
  sale_id TEXT, refund_id TEXT, reverses_id TEXT, rule_version INTEGER NOT NULL, working TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL,
  tier_points INTEGER NOT NULL, value_cents INTEGER NOT NULL, sale_cents INTEGER NOT NULL, new_visits INTEGER NOT NULL, repeat_visits INTEGER NOT NULL,
  staff_id TEXT, approved_by TEXT, at TEXT NOT NULL, day TEXT NOT NULL,
  previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, seal TEXT NOT NULL UNIQUE,
  UNIQUE (register_id, sequence)
) STRICT;
CREATE INDEX loyalty_ledger_account ON loyalty_ledger (account_id, seq);
CREATE INDEX loyalty_ledger_account_day ON loyalty_ledger (account_id, day);
CREATE INDEX loyalty_ledger_day ON loyalty_ledger (day, kind);
CREATE INDEX loyalty_ledger_visits ON loyalty_ledger (account_id) WHERE new_visits <> 0;
CREATE INDEX loyalty_ledger_sale ON loyalty_ledger (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX loyalty_ledger_reverses ON loyalty_ledger (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX loyalty_ledger_adjusted ON loyalty_ledger (approved_by, day) WHERE kind = 'adjust';
-- What still waits for its day to become real.
CREATE TABLE loyalty_waiting (account_id TEXT NOT NULL, entry_id TEXT NOT NULL, post_on TEXT NOT NULL, PRIMARY KEY (account_id, entry_id)) STRICT, WITHOUT ROWID;
CREATE INDEX loyalty_waiting_day ON loyalty_waiting (post_on);
-- The last day each daily job ran for.
CREATE TABLE loyalty_jobs (name TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The end of each till's chain: rows cut off the end are missed.
CREATE TABLE loyalty_heads (register_id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE loyalty_lots (
  id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES loyalty_ledger (id), account_id TEXT NOT NULL, origin_id TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0), expires_on TEXT, earned_at TEXT NOT NULL
) STRICT;
CREATE INDEX loyalty_lots_entry ON loyalty_lots (entry_id);
CREATE INDEX loyalty_lots_origin ON loyalty_lots (origin_id);
CREATE TABLE loyalty_draws (
  entry_id TEXT NOT NULL REFERENCES loyalty_ledger (id), position INTEGER NOT NULL, lot_id TEXT NOT NULL REFERENCES loyalty_lots (id),
  points INTEGER NOT NULL CHECK (points > 0), PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX loyalty_draws_lot ON loyalty_draws (lot_id);
-- Only buckets with something left, in the order of spending.
CREATE TABLE loyalty_lots_left (
  account_id TEXT NOT NULL, expires_key TEXT NOT NULL, earned_at TEXT NOT NULL, lot_id TEXT NOT NULL UNIQUE, origin_id TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0), PRIMARY KEY (account_id, expires_key, earned_at, lot_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX loyalty_lots_left_origin ON loyalty_lots_left (origin_id);
CREATE INDEX loyalty_lots_left_expiry ON loyalty_lots_left (expires_key);

CREATE TABLE loyalty_days (
  day TEXT PRIMARY KEY, entries INTEGER NOT NULL DEFAULT 0, new_visits INTEGER NOT NULL DEFAULT 0, repeat_visits INTEGER NOT NULL DEFAULT 0, new_members INTEGER NOT NULL DEFAULT 0,
  earned INTEGER NOT NULL DEFAULT 0, redeemed INTEGER NOT NULL DEFAULT 0, adjusted_up INTEGER NOT NULL DEFAULT 0, adjusted_down INTEGER NOT NULL DEFAULT 0,
  reversed INTEGER NOT NULL DEFAULT 0, expired INTEGER NOT NULL DEFAULT 0, other INTEGER NOT NULL DEFAULT 0, net INTEGER NOT NULL DEFAULT 0, rewards INTEGER NOT NULL DEFAULT 0,
  redeemed_cents INTEGER NOT NULL DEFAULT 0, sale_cents INTEGER NOT NULL DEFAULT 0, owed INTEGER NOT NULL DEFAULT 0, by_hand INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE loyalty_tier_moves (
  seq INTEGER PRIMARY KEY, account_id TEXT NOT NULL REFERENCES loyalty_accounts (id), kind TEXT NOT NULL CHECK (kind IN ('up', 'kept', 'notice', 'down', 'manual')),
  tier_id TEXT, since TEXT NOT NULL, review_on TEXT, drops_on TEXT, manual_until TEXT, rule_version INTEGER NOT NULL, score INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '', staff_id TEXT, approved_by TEXT, at TEXT NOT NULL
) STRICT;
CREATE INDEX loyalty_tier_moves_account ON loyalty_tier_moves (account_id, seq);

CREATE TABLE loyalty_rewards (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (trim(name) <> ''), points INTEGER NOT NULL CHECK (points > 0), what TEXT NOT NULL, tier_ids TEXT NOT NULL,
  minimum_spend_cents INTEGER NOT NULL, starts_on TEXT, ends_on TEXT, active INTEGER NOT NULL CHECK (active IN (0, 1)), position INTEGER NOT NULL, updated_at TEXT NOT NULL
) STRICT;
-- What the cashier chose for a cart. It moves no points before the sale is paid; held is set while money is being put to it.
CREATE TABLE loyalty_claims (
  id TEXT PRIMARY KEY, sale_id TEXT NOT NULL REFERENCES sales (id), account_id TEXT NOT NULL REFERENCES loyalty_accounts (id), reward_id TEXT REFERENCES loyalty_rewards (id),
  points INTEGER NOT NULL CHECK (points > 0), line_id TEXT, held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)), proof TEXT NOT NULL, staff_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX loyalty_claims_sale ON loyalty_claims (sale_id);
CREATE INDEX loyalty_claims_account ON loyalty_claims (account_id);

CREATE TABLE loyalty_card_batches (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, prefix TEXT NOT NULL, digits INTEGER NOT NULL, with_check INTEGER NOT NULL CHECK (with_check IN (0, 1)),
  codes INTEGER NOT NULL CHECK (codes > 0), made_at TEXT NOT NULL, staff_id TEXT NOT NULL
) STRICT;
CREATE TABLE loyalty_cards (
  code TEXT PRIMARY KEY, batch_id TEXT REFERENCES loyalty_card_batches (id), state TEXT NOT NULL CHECK (state IN ('unassigned', 'active', 'blocked', 'replaced')),
  account_id TEXT REFERENCES loyalty_accounts (id), assigned_at TEXT, assigned_by TEXT, last_used_at TEXT, printed INTEGER NOT NULL DEFAULT 0, replaced_by TEXT, reason TEXT NOT NULL DEFAULT '',
  CHECK (state <> 'active' OR account_id IS NOT NULL), CHECK (state <> 'unassigned' OR account_id IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX loyalty_cards_batch ON loyalty_cards (batch_id, code);
CREATE INDEX loyalty_cards_account ON loyalty_cards (account_id) WHERE account_id IS NOT NULL;

-- By what a person who had their sign-up bonus is known again, scrambled; and since when each birth date is known.
CREATE TABLE loyalty_sign_ups (person_key TEXT PRIMARY KEY, account_id TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE loyalty_birthdays (customer_id TEXT PRIMARY KEY, birth_date TEXT NOT NULL, known_since TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE report_columns (staff_id TEXT NOT NULL, report TEXT NOT NULL, columns TEXT NOT NULL, PRIMARY KEY (staff_id, report)) STRICT, WITHOUT ROWID;
${['loyalty_ledger', 'loyalty_lots', 'loyalty_draws', 'loyalty_programs', 'loyalty_tier_moves'].map((table) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'points are corrected by a new row'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'points are corrected by a new row'); END;`).join('')}
`
