import type { Look } from '../context.ts'
import type { ListColumn } from '../customers/list-filter.ts'
import { listRows, type StoredListRow } from '../customers/list-rows.sql.ts'
import { memberCounts } from '../customers/group-moves.sql.ts'
import { byCustomer, byReward, byStaff, entriesBehind, expiringOn, expiringUntil, negativeBalances, type CustomerLine, type ExpiringLine, type ExpiringMember, type OwingLine, type ReportEntry, type RewardAsked, type RewardLine, type StaffLine } from '../reports/loyalty-lines.sql.ts'
import type { Filter } from '../reports/loyalty-report.sql.ts'
import type { CustomerId, Json, PlainDate } from '../vocabulary.ts'
import { auditReadings } from './audit-doors.ts'
import { nextStretch } from './find-duplicates.ts'
import { loyaltyCsv, loyaltyReport, staffChanges, type Period } from './loyalty-report.ts'
import { eraseHunt } from './erase-hunt.ts'
import { freshCopy } from './erase-sweep.ts'
import { exportCustomers } from './export-people.ts'
import { cardReport, memberList, memberReport, multiplierCost, repeatReport, tierReport } from './member-report.ts'
import { readAudience } from './newsletter.ts'
import { closesCsv, liability, monthFigure, reconciliation } from './points-owed.ts'
import { countList, countOptions, listPlaces, tellSelected } from './read-list.ts'
import { viewCsv } from './report-csv.ts'
import { searchPeople } from './search-people.ts'
import { checkLedger } from './verify-ledger.ts'
import { dayTakings, receivablesCsv, receivablesPage } from './receivables.ts'
import { checkAccounts } from './verify-accounts.ts'

/** What the reader's thread can be asked: nothing in it writes, and each sees the file as it stood at one moment. */
export type Reading = (look: Look, asked: never) => Json | Promise<Json>
const mostLines = 1_000
type Behind = Period & { readonly kinds: readonly string[]; readonly reward?: RewardAsked | null; readonly before: number | null; readonly most: number }

export const readings = {
  ...auditReadings,
  verify: (look: Look, _asked: null) => checkLedger(look),
  'loyalty-days': loyaltyReport, 'loyalty-csv': loyaltyCsv, 'staff-adjustments': staffChanges,
  'rows-behind': ({ db }: Look, { kinds, reward = null, before, most, ...asked }: Behind): { rows: ReportEntry[]; more: number | null } => {
    const rows = entriesBehind(db, asked, asked, { kinds, reward }, before, most + 1)
    return { rows: rows.slice(0, most), more: rows.length > most ? (rows[most - 1]?.seq ?? null) : null }
  },
  'by-customer': ({ db }: Look, asked: Period): CustomerLine[] => byCustomer(db, asked, asked, mostLines),
  'by-staff': ({ db }: Look, asked: Period): StaffLine[] => byStaff(db, asked, asked),
  'by-reward': ({ db }: Look, asked: Period): RewardLine[] => byReward(db, asked, asked),
  liability: (look: Look, _asked: null) => liability(look), 'month-figure': monthFigure, 'closes-csv': (look: Look, _asked: null) => closesCsv(look),
  'likely-pairs': nextStretch,
  reconciliation: (look: Look, _asked: null) => reconciliation(look),
  'search-people': searchPeople,
  'list-places': listPlaces, 'list-count': countList, 'list-options': countOptions, 'list-selected': tellSelected,
  'list-rows': ({ db }: Look, { ids, columns }: { readonly ids: readonly CustomerId[]; readonly columns: readonly ListColumn[] }): StoredListRow[] => listRows(db, ids, columns),
  receivables: receivablesPage, 'receivables-csv': receivablesCsv, takings: dayTakings, 'verify-accounts': (look: Look, _asked: null) => checkAccounts(look),
  owing: ({ db }: Look, asked: Filter): OwingLine[] => negativeBalances(db, asked, mostLines),
  expiring: ({ db }: Look, { until }: { readonly until: PlainDate }): ExpiringLine[] => expiringUntil(db, until),
  'expiring-on': ({ db }: Look, { on }: { readonly on: PlainDate }): ExpiringMember[] => expiringOn(db, on, mostLines),
  'group-counts': ({ db }: Look, _asked: null) => memberCounts(db), newsletter: readAudience,
  members: memberReport, 'member-list': memberList, 'tier-moves': (look: Look, asked: Period) => tierReport(look, asked), multipliers: multiplierCost, cards: (look: Look, asked: Parameters<typeof cardReport>[1]) => cardReport(look, asked), 'view-csv': viewCsv, 'repeat-rate': repeatReport,
  'erase-hunt': eraseHunt, 'fresh-copy': freshCopy, 'export-customers': exportCustomers,
} as const
export type Readings = typeof readings
