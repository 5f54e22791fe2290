import { Refusal } from '../errors.ts'
import * as m0010 from './migrations/0010-shop.ts'
import * as m0020 from './migrations/0020-staff.ts'
import * as m0030 from './migrations/0030-customers.ts'
import * as m0040 from './migrations/0040-consent.ts'
import * as m0050 from './migrations/0050-items.ts'
import * as m0060 from './migrations/0060-sales.ts'
import * as m0070 from './migrations/0070-loyalty.ts'
import * as m0080 from './migrations/0080-loyalty-more.ts'
import * as m0090 from './migrations/0090-devices.ts'
import * as m0100 from './migrations/0100-printing.ts'
import * as m0110 from './migrations/0110-scans.ts'
import * as m0120 from './migrations/0120-reports.ts'
import * as m0130 from './migrations/0130-reach.ts'
import * as m0140 from './migrations/0140-lists.ts'
import * as m0150 from './migrations/0150-record.ts'
import * as m0160 from './migrations/0160-groups.ts'
import * as m0170 from './migrations/0170-merges.ts'
import * as m0180 from './migrations/0180-accounts.ts'
import * as m0190 from './migrations/0190-erase.ts'
import * as m0200 from './migrations/0200-import.ts'
import * as m0210 from './migrations/0210-roles.ts'
import * as m0220 from './migrations/0220-search.ts'
import * as m0230 from './migrations/0230-support.ts'
import * as m0240 from './migrations/0240-tables.ts'
import * as m0250 from './migrations/0250-deliveries.ts'
import * as m0260 from './migrations/0260-returns.ts'
import * as m0270 from './migrations/0270-accounts-more.ts'
import { defineFunctions } from './functions.ts'
import { inTransaction, type WritableDB } from './sql.ts'

export type Migration = { readonly version: number; readonly up: string }

/** Numbered by tens; a shipped one is frozen for ever (tests/rules/migrations.test.ts keeps their hashes). */
export const migrations: readonly Migration[] = [m0010, m0020, m0030, m0040, m0050, m0060, m0070, m0080, m0090, m0100, m0110, m0120, m0130, m0140, m0150, m0160, m0170, m0180, m0190, m0200, m0210, m0220, m0230, m0240, m0250, m0260, m0270]

const newest = migrations.at(-1)!.version
export const versionOf = (db: WritableDB): number => db.pragma('user_version', { simple: true }) as number

/** Is there anything to do? Refuses a file written by a newer app ('file-newer'): it is never guessed at. */
export function pendingMigrations(db: WritableDB): readonly Migration[] {
  const have = versionOf(db)
  if (have > newest) throw new Refusal('file-newer', { have, newest })
  return migrations.filter((migration) => migration.version > have)
}

/** All or nothing, in order. The caller has made a backup. */
export function migrate(db: WritableDB, pending: readonly Migration[] = pendingMigrations(db)): void {
  defineFunctions(db)
  inTransaction(db, () => {
    for (const { up, version } of pending) {
      db.exec(up)
      db.pragma(`user_version = ${version}`)
    }
  })
}
