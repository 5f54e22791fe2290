export const version = 100

/**
 * What was sent to which printer, and what became of it. No receipt is kept here: it is made again from its sale, which never changes.
 * The row holds how things stand; every state it passed through is a row that is only ever added.
 */
export const up = `
CREATE TABLE print_jobs (
  id TEXT PRIMARY KEY, sequence INTEGER NOT NULL CHECK (sequence > 0), register_id TEXT NOT NULL REFERENCES registers (id), device_id TEXT NOT NULL REFERENCES devices (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'test-page', 'drawer')),
  sale_id TEXT REFERENCES sales (id), refund_id TEXT REFERENCES refunds (id), language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'es')),
  copies INTEGER NOT NULL DEFAULT 1 CHECK (copies BETWEEN 1 AND 5), duplicate_of TEXT REFERENCES print_jobs (id), opens_drawer INTEGER NOT NULL CHECK (opens_drawer IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'printed', 'unknown', 'failed')), reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', staff_id TEXT, approved_by TEXT, made_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  UNIQUE (device_id, sequence), CHECK (kind <> 'receipt' OR sale_id IS NOT NULL)
) STRICT;
CREATE INDEX print_jobs_sale ON print_jobs (sale_id, sequence) WHERE sale_id IS NOT NULL;
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state IN ('queued', 'sending');
CREATE INDEX print_jobs_register ON print_jobs (register_id, made_at);
CREATE TRIGGER print_jobs_frozen BEFORE UPDATE OF id, sequence, register_id, device_id, kind, sale_id, refund_id, language, copies, duplicate_of, note, made_at ON print_jobs
  BEGIN SELECT RAISE(ABORT, 'what was to be printed never changes'); END;
CREATE TRIGGER print_jobs_no_return BEFORE UPDATE OF state ON print_jobs
  WHEN OLD.state IN ('sent', 'printed', 'unknown', 'failed') AND NEW.state <> OLD.state BEGIN SELECT RAISE(ABORT, 'a print job ends once'); END;
CREATE TRIGGER print_jobs_no_delete BEFORE DELETE ON print_jobs BEGIN SELECT RAISE(ABORT, 'print jobs are never deleted'); END;

-- The picture above the shop's name on paper: one byte a dot, 1 is black.
CREATE TABLE receipt_logo (
  id INTEGER PRIMARY KEY CHECK (id = 1), width INTEGER NOT NULL CHECK (width BETWEEN 8 AND 576), height INTEGER NOT NULL CHECK (height BETWEEN 8 AND 400),
  black BLOB NOT NULL CHECK (length(black) = width * height), updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE print_job_states (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL REFERENCES print_jobs (id), state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', at TEXT NOT NULL
) STRICT;
CREATE INDEX print_job_states_job ON print_job_states (job_id, seq);
CREATE TRIGGER print_job_states_no_update BEFORE UPDATE ON print_job_states BEGIN SELECT RAISE(ABORT, 'a state that was is never changed'); END;
CREATE TRIGGER print_job_states_no_delete BEFORE DELETE ON print_job_states BEGIN SELECT RAISE(ABORT, 'a state that was is never deleted'); END;
`
