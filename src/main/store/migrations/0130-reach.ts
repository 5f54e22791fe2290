export const version = 130

/** Who opened which way to a customer, and when: a line in their activities, no more. It goes with the person. */
export const up = `
CREATE TABLE contact_opens (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  way TEXT NOT NULL CHECK (way IN ('whatsapp', 'email', 'call', 'waze', 'google-maps', 'contact-file')),
  staff_id TEXT NOT NULL, register_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX contact_opens_customer ON contact_opens (customer_id, seq);
`
