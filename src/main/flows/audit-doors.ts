import { z } from 'zod'
import type { Core, Look } from '../context.ts'
import { csvRow, separatorFor, textCell, utf8Mark } from '../customers/export-csv.ts'
import { seenFacts } from '../customers/masked-facts.ts'
import { Refusal } from '../errors.ts'
import { id, plainDate, takes } from '../input.ts'
import { boundsOfDay } from '../shop/day-bounds.ts'
import { auditKinds, appendAudit, auditOptions, readAudit, type AuditAsked, type AuditFilter, type AuditOption } from '../staff/audit.sql.ts'
import { rulesOf } from '../staff/roles.sql.ts'
import type { AuditRow } from '../staff/staff.ts'
import type { Caller, CustomerId, FieldSight, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import { sightOf } from './field-sight.ts'
import { theShop } from './the-shop.ts'

const filter = {
  kind: z.string().regex(/^[a-z-]{1,40}$/).nullable(), staffId: id<StaffId>().nullable(), customerId: z.exactOptional(id<CustomerId>().nullable()),
  saleId: z.exactOptional(id<SaleId>().nullable()), registerId: z.exactOptional(id<RegisterId>().nullable()),
  from: z.exactOptional(plainDate.nullable()), to: z.exactOptional(plainDate.nullable()),
}
const filterShape = z.strictObject(filter)
type Typed = z.infer<typeof filterShape>
const paged = z.strictObject({ ...filter, before: z.number().int().min(1).nullable(), most: z.number().int().min(1).max(200) })
const nothing = z.strictObject({})
/** A spreadsheet takes a million rows and nobody reads them; the newest of these are what a file holds. */
const mostInFile = 50_000

/** The readings of the audit, on the reader's thread: a page is found by index, but a rare kind of a busy person may lie far back. */
export const auditReadings = {
  'audit-page': ({ db }: Look, asked: AuditAsked): AuditRow[] => readAudit(db, asked),
  'audit-options': ({ db }: Look, _asked: null): { kinds: AuditOption[]; staff: AuditOption[]; tills: AuditOption[] } => auditOptions(db),
} as const

/** Who did what, to whom, where and when. Read only for everyone; what a role may not see of a customer is masked here too. */
export const auditDoors = (core: Core) => ({
  'staff/audit': takes(paged, async ({ before, most, ...typed }, caller): Promise<{ rows: AuditRow[]; more: boolean }> => {
    const rows = await askReader(core, 'audit-page', { ...filterOf(core, typed), before, most: most + 1 })
    return { rows: seenRows(rows.slice(0, most), sightOf(core, caller)), more: rows.length > most }
  }, 'see-audit'),
  'staff/audit-options': takes(nothing, () => askReader(core, 'audit-options', null), 'see-audit'),
  'staff/audit-kinds': takes(nothing, (): string[] => auditKinds(core.db), 'see-audit'),
  /** The lines that are shown, as a file; who took it is in the audit itself. */
  'staff/audit-csv': takes(filterShape, (typed, caller) => auditFile(core, caller, typed), 'see-audit'),
})

function filterOf(core: Pick<Core, 'db'>, { kind, staffId, customerId = null, saleId = null, registerId = null, from = null, to = null }: Typed): AuditFilter {
  const { timeZone } = theShop(core)
  return { kind, staffId, customerId, saleId, registerId, from: from && boundsOfDay(from, timeZone).from, until: to && boundsOfDay(to, timeZone).to }
}

const seenRows = (rows: readonly AuditRow[], sight: FieldSight): AuditRow[] =>
  rows.map((row) => ({ ...row, before: seenFacts(row.before, sight), after: seenFacts(row.after, sight), reason: row.customerId !== null && sight.notes === 'hidden' ? null : row.reason }))

/** Refuses 'role-limit' where a role may take out fewer lines than there are. */
async function auditFile(core: Core, caller: Caller, typed: Typed): Promise<{ csv: string; fileName: string; rows: number }> {
  const { exportRows } = rulesOf(core.db, caller.role).limits
  const found = await askReader(core, 'audit-page', { ...filterOf(core, typed), before: null, most: mostInFile })
  if (exportRows !== null && found.length > exportRows) throw new Refusal('role-limit', { limit: 'exportRows', most: exportRows })
  const rows = seenRows(found, sightOf(core, caller))
  const at = core.now()
  appendAudit(core.db, { id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'audit-exported', target: 'audit', after: { ...typed, rows: rows.length } })
  return { csv: csvOf(rows, separatorFor(theShop(core).locale)), fileName: `audit-${at.slice(0, 10)}.csv`, rows: rows.length }
}

const columns = ['seq', 'at', 'staffName', 'tillName', 'kind', 'targetName', 'customerName', 'saleNumber', 'target', 'approvedByName', 'outcome', 'reason', 'before', 'after'] as const satisfies readonly (keyof AuditRow)[]
const csvOf = (rows: readonly AuditRow[], separator: ',' | ';'): string =>
  utf8Mark + csvRow([...columns], separator) + rows.map((row) => csvRow(columns.map((name) => textCell(String(row[name] ?? ''))), separator)).join('')
