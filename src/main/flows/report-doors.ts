import { z } from 'zod'
import type { Core } from '../context.ts'
import { fold } from '../folding.ts'
import { id, page, plainDate, takes, text, whole } from '../input.ts'
import { columnsOf, type Filter } from '../reports/loyalty-report.sql.ts'
import { firstColumns, type LoyaltyColumn } from '../reports/loyalty-report.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller, Json, RegisterId } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import type { Period } from './loyalty-report.ts'
import { csvViews, type CsvView } from './report-csv.ts'

const filter = { registerId: z.exactOptional(id<RegisterId>().nullable()), text: z.exactOptional(text(80)) }
const period = { from: plainDate, to: plainDate, ...filter }
type Typed = { readonly registerId?: RegisterId | null; readonly text?: string }
const filterOf = ({ registerId = null, text: typed = '' }: Typed): Filter => ({ registerId, words: fold(typed).split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '') })
const periodOf = ({ from, to, ...typed }: Pick<Period, 'from' | 'to'> & Typed): Period => ({ from, to, ...filterOf(typed) })
const nothing = z.strictObject({})
const reward = z.strictObject({ rewardId: z.string().max(64).nullable(), name: text(200) })

/** The views of the Loyalty Report; every one is read on the reader's thread. */
export const reportFlows = (core: Core) => ({ ...periodDoors(core), ...nowDoors(core), ...fileDoors(core) })

const periodDoors = (core: Core) => ({
  'reports/loyalty': takes(z.strictObject(period), (asked) => askReader(core, 'loyalty-days', periodOf(asked)), 'see-reports'),
  'reports/loyalty-rows': takes(z.strictObject({ ...period, kinds: z.array(z.string().max(20)).max(20), reward: z.exactOptional(reward.nullable()), before: whole.min(1).nullable(), most: page.most }), ({ kinds, reward: of = null, before, most, ...asked }) =>
    askReader(core, 'rows-behind', { ...periodOf(asked), kinds, reward: of, before, most }), 'see-reports'),
  'reports/loyalty-by-customer': takes(z.strictObject(period), (asked) => askReader(core, 'by-customer', periodOf(asked)), 'see-reports'),
  'reports/loyalty-by-staff': takes(z.strictObject(period), (asked) => askReader(core, 'by-staff', periodOf(asked)), 'see-reports'),
  'reports/loyalty-by-reward': takes(z.strictObject(period), (asked) => askReader(core, 'by-reward', periodOf(asked)), 'see-reports'),
  'reports/staff-adjustments': takes(z.strictObject({ ...period, before: whole.min(1).nullable(), most: page.most }), ({ before, most, ...asked }) => askReader(core, 'staff-adjustments', { ...periodOf(asked), before, most }), 'see-reports'),
  'reports/members': takes(z.strictObject(period), (asked) => askReader(core, 'members', periodOf(asked)), 'see-reports'),
  'reports/member-list': takes(z.strictObject({ ...period, state: z.enum(['all', 'active', 'quiet', 'lapsed']) }), ({ state, ...asked }) => askReader(core, 'member-list', { ...periodOf(asked), state }), 'see-reports'),
  'reports/tier-moves': takes(z.strictObject(period), (asked) => askReader(core, 'tier-moves', periodOf(asked)), 'see-reports'),
  'reports/multiplier-cost': takes(z.strictObject(period), (asked) => askReader(core, 'multipliers', periodOf(asked)), 'see-reports'),
  'reports/repeat-rate': takes(z.strictObject(period), (asked) => askReader(core, 'repeat-rate', periodOf(asked)), 'see-reports'),
})

const nowDoors = (core: Core) => ({
  'reports/points-liability': takes(nothing, () => askReader(core, 'liability', null), 'see-reports'),
  'reports/reconciliation': takes(nothing, () => askReader(core, 'reconciliation', null), 'see-reports'),
  'reports/points-owed-to-us': takes(z.strictObject(filter), (asked) => askReader(core, 'owing', filterOf(asked)), 'see-reports'),
  'reports/points-expiring': takes(z.strictObject({ until: plainDate }), (asked) => askReader(core, 'expiring', asked), 'see-reports'),
  'reports/expiring-members': takes(z.strictObject({ on: plainDate }), (asked) => askReader(core, 'expiring-on', asked), 'see-reports'),
  'reports/cards': takes(z.strictObject({ text: filter.text, batch: whole.min(1).nullable() }), ({ batch, ...asked }) => askReader(core, 'cards', { batch, words: filterOf(asked).words }), 'see-reports'),
})

const fileDoors = (core: Core) => ({
  /** The report as a file, with this person's columns in their order; who took it is written down. */
  'reports/loyalty-csv': takes(z.strictObject(period), async (asked, caller): Promise<{ csv: string; fileName: string }> => {
    const columns = (columnsOf(core.db, caller.staffId, 'loyalty') as LoyaltyColumn[] | null) ?? firstColumns
    const { csv, rows } = await askReader(core, 'loyalty-csv', { ...periodOf(asked), columns })
    noteExport(core, caller, 'report/loyalty', { ...asked, rows })
    return { csv, fileName: `loyalty-${asked.from}-${asked.to}.csv` }
  }, 'see-reports'),
  /** Any other view as a file, all of its rows; who took it is written down. */
  'reports/view-csv': takes(z.strictObject({ ...period, view: z.enum(csvViews) }), async ({ view, ...asked }, caller): Promise<{ csv: string; fileName: string }> => {
    const { csv, rows } = await askReader(core, 'view-csv', { ...periodOf(asked), view })
    noteExport(core, caller, `report/loyalty-${view}`, { ...asked, rows })
    return { csv, fileName: nowViews.has(view) ? `loyalty-${view}.csv` : `loyalty-${view}-${asked.from}-${asked.to}.csv` }
  }, 'see-reports'),
  'reports/month-closes-csv': takes(nothing, async (_, caller): Promise<{ csv: string; fileName: string }> => {
    const { csv, rows } = await askReader(core, 'closes-csv', null)
    noteExport(core, caller, 'report/month-closes', { rows })
    return { csv, fileName: 'points-month-closes.csv' }
  }, 'see-reports'),
})
/** What is owed is owed now, whatever the period. */
const nowViews: ReadonlySet<CsvView> = new Set(['liability', 'owed', 'expiring', 'cards'])
const noteExport = (core: Core, { registerId, staffId }: Caller, target: string, after: Readonly<Record<string, Json>>): void =>
  void appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'report-exported', target, after })
