export const version = 40

/** Consent is a history: the state of a channel is its last row. */
export const up = `
CREATE TABLE consent_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customers (id),
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'email', 'whatsapp', 'phone', 'post')),
  type TEXT NOT NULL CHECK (type IN ('general', 'marketing')), allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  address TEXT NOT NULL, wording TEXT NOT NULL, language TEXT NOT NULL, how TEXT NOT NULL,
  staff_id TEXT NOT NULL, register_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX consent_events_customer ON consent_events (customer_id, channel, type, seq);
CREATE TRIGGER consent_events_no_update BEFORE UPDATE ON consent_events BEGIN SELECT RAISE(ABORT, 'consent rows never change'); END;
CREATE TRIGGER consent_events_no_delete BEFORE DELETE ON consent_events BEGIN SELECT RAISE(ABORT, 'consent rows never change'); END;
`
