export const version = 90

/** What each till has plugged in: scanners, readers, printers, displays and cameras, with where they are found and how they are set. */
export const up = `
CREATE TABLE devices (
  id TEXT PRIMARY KEY, register_id TEXT NOT NULL REFERENCES registers (id),
  kind TEXT NOT NULL CHECK (kind IN ('scanner', 'reader', 'printer', 'display', 'camera')),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  transport TEXT NOT NULL CHECK (transport IN ('keyboard', 'serial', 'hid', 'tcp', 'usb', 'system', 'camera')),
  address TEXT NOT NULL CHECK (json_valid(address)), settings TEXT NOT NULL CHECK (json_valid(settings)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)), created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX devices_register ON devices (register_id, kind, created_at);
`
