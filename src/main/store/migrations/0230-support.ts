export const version = 230

/** Questions of the shop to whoever looks after the program. Without a mail service they wait, as everything does that needs one. */
export const up = `
CREATE TABLE support_messages (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, report TEXT NOT NULL DEFAULT '', state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'cancelled')),
  tries INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', staff_id TEXT NOT NULL, register_id TEXT NOT NULL, made_at TEXT NOT NULL, done_at TEXT
) STRICT;
CREATE INDEX support_messages_waiting ON support_messages (made_at) WHERE state = 'queued';
`
