export const version = 120

/** What is sealed, by kind: the table, its key, and what its digest is over. */
const sealed = [
  ['rules', 'loyalty_programs', 'version', ['starts_at', 'rules', 'made_at', 'staff_id']],
  ['tier', 'loyalty_tier_moves', 'seq', ['account_id', 'kind', 'tier_id', 'since', 'review_on', 'drops_on', 'manual_until', 'rule_version', 'score', 'reason', 'staff_id', 'approved_by', 'at']],
  ['reward', 'loyalty_rewards', 'id', ['name', 'points', 'what', 'tier_ids', 'minimum_spend_cents', 'starts_on', 'ends_on', 'active']],
  ['card', 'loyalty_cards', 'code', ['batch_id', 'state', 'account_id', 'assigned_at', 'assigned_by', 'replaced_by', 'reason']],
  ['close', 'loyalty_closes', 'month', ['closed_at', 'points', 'cents', 'rate_points', 'rate_cents', 'breakage_ppm', 'members', 'buckets']],
] as const
const appendOnly = ['loyalty_programs', 'loyalty_tier_moves']

const seal = (kind: string, id: string, digest: string): string => `
  INSERT INTO loyalty_seals (kind, id, digest, seal) SELECT '${kind}', ${id}, d, sha256(coalesce((SELECT seal FROM loyalty_seal_end), '') || '|${kind}|' || ${id} || '|' || d) FROM (SELECT ${digest} AS d);
  INSERT INTO loyalty_seal_end (id, seq, seal) SELECT 1, seq, seal FROM loyalty_seals ORDER BY seq DESC LIMIT 1 ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, seal = excluded.seal;`

/**
 * The closing figure of each month, frozen; and a chain of seals over rule versions, tier moves, rewards, cards and closes, which their own triggers
 * write with the register's sha256: a program that does not bring it cannot change those rows unseen, or at all. Verify reads the chain.
 */
export const up = `
CREATE TABLE loyalty_closes (
  month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'), closed_at TEXT NOT NULL, points INTEGER NOT NULL, cents INTEGER NOT NULL,
  rate_points INTEGER NOT NULL, rate_cents INTEGER NOT NULL, breakage_ppm INTEGER, members INTEGER NOT NULL, buckets TEXT NOT NULL CHECK (json_valid(buckets))
) STRICT, WITHOUT ROWID;
CREATE TABLE loyalty_seals (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, seal TEXT NOT NULL) STRICT;
CREATE INDEX loyalty_seals_of ON loyalty_seals (kind, id, seq);
-- The end of the chain: seals cut off it are missed.
CREATE TABLE loyalty_seal_end (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, seal TEXT NOT NULL) STRICT;
${['loyalty_closes', 'loyalty_seals'].map((table) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'what is closed is never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'what is closed is never changed'); END;`).join('')}
${sealed.map(([kind, table, key, columns]) => {
  const digest = (row: string) => `sha256(json_array(${columns.map((column) => `${row}.${column}`).join(', ')}))`
  return `
CREATE TRIGGER ${table}_sealed AFTER INSERT ON ${table} BEGIN ${seal(kind, `NEW.${key}`, digest('NEW'))} END;
CREATE TRIGGER ${table}_resealed AFTER UPDATE OF ${columns.join(', ')} ON ${table} BEGIN ${seal(kind, `NEW.${key}`, digest('NEW'))} END;
CREATE TRIGGER ${table}_unsealed AFTER DELETE ON ${table} BEGIN ${seal(kind, `OLD.${key}`, "substr(sha256(''), 1, 0)")} END;`
}).join('')}
-- What is there already is sealed as it stands.
${appendOnly.map((table) => `DROP TRIGGER ${table}_no_update;`).join('\n')}
${sealed.filter(([kind]) => kind !== 'close').map(([, table, , columns]) => `UPDATE ${table} SET ${columns[0]} = ${columns[0]};`).join('\n')}
${appendOnly.map((table) => `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'points are corrected by a new row'); END;`).join('\n')}
`
