export const version = 240

/**
 * Apps: what a shop can switch on, till by till, without buying anything. The first is the tables of a café: a cart that waits may wait at one.
 * Switched off, nothing of it shows; the names stay for the day it is on again.
 *
 * A picture may go with a question to support; it goes with the question, and whenever a person is deleted, for they may be in it.
 */
export const up = `
CREATE TABLE app_registers (
  app TEXT NOT NULL CHECK (app IN ('tables')), register_id TEXT NOT NULL REFERENCES registers (id), since TEXT NOT NULL, PRIMARY KEY (app, register_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE floor_tables (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, made_at TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX floor_tables_name ON floor_tables (name_key) WHERE removed_at IS NULL;

CREATE TABLE sale_tables (sale_id TEXT PRIMARY KEY REFERENCES sales (id), table_id TEXT NOT NULL REFERENCES floor_tables (id)) STRICT, WITHOUT ROWID;
CREATE INDEX sale_tables_table ON sale_tables (table_id);

CREATE TABLE support_pictures (
  message_id TEXT PRIMARY KEY REFERENCES support_messages (id) ON DELETE CASCADE,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')), bytes BLOB NOT NULL CHECK (length(bytes) <= 2097152)
) STRICT;
`
