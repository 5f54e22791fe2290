import { z } from 'zod'
import type { Core, Look } from '../context.ts'
import { separatorFor } from '../customers/export-csv.ts'
import { seenFacts } from '../customers/masked-facts.ts'
import { Refusal } from '../errors.ts'
import { id, plainDate, requestId, takes } from '../input.ts'
import { boundsOfDay } from '../shop/day-bounds.ts'
import { localDate } from '../shop/local-date.ts'
import { auditKinds, appendAudit, auditOptions, countAudit, readAudit, type AuditAsked, type AuditFilter, type AuditOption } from '../staff/audit.sql.ts'
import { rulesOf } from '../staff/roles.sql.ts'
import type { AuditRow } from '../staff/staff.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, FieldSight, PlainDate, RegisterId, RequestId, SaleId, StaffId } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import { sightOf } from './field-sight.ts'
import { theShop } from './the-shop.ts'

const mostAtOnce = 1_000
const filter = {
  kind: z.string().regex(/^[a-z-]{1,40}$/).nullable(), staffId: id<StaffId>().nullable(), customerId: z.exactOptional(id<CustomerId>().nullable()),
  saleId: z.exactOptional(id<SaleId>().nullable()), registerId: z.exactOptional(id<RegisterId>().nullable()),
  from: z.exactOptional(plainDate.nullable()), to: z.exactOptional(plainDate.nullable()),
}
type Typed = z.infer<z.ZodObject<typeof filter>>
const paged = z.strictObject({ ...filter, before: z.number().int().min(1).nullable(), most: z.number().int().min(1).max(mostAtOnce) })
const nothing = z.strictObject({})

/** The readings of the audit, on the reader's thread: a page is found by index, but a rare kind of a busy person may lie far back. */
export const auditReadings = {
  'audit-page': ({ db }: Look, asked: AuditAsked): AuditRow[] => readAudit(db, asked),
  'audit-count': ({ db }: Look, asked: AuditFilter): { rows: number; newest: number } => countAudit(db, asked),
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
  /** Begins a file of the lines that are shown, however many: the screen asks for them from `before` on and says them in words. Who took it is in the audit itself. */
  'staff/audit-file': takes(z.strictObject({ requestId, ...filter }), (typed, caller) => auditFile(core, caller, typed), 'see-audit'),
})

function filterOf(core: Pick<Core, 'db'>, { kind, staffId, customerId = null, saleId = null, registerId = null, from = null, to = null }: Typed): AuditFilter {
  const { timeZone } = theShop(core)
  return { kind, staffId, customerId, saleId, registerId, from: from && boundsOfDay(from, timeZone).from, until: to && boundsOfDay(to, timeZone).to }
}

const seenRows = (rows: readonly AuditRow[], sight: FieldSight): AuditRow[] =>
  rows.map((row) => ({ ...row, before: seenFacts(row.before, sight), after: seenFacts(row.after, sight), reason: row.customerId !== null && sight.notes === 'hidden' ? null : row.reason }))

/** Refuses 'role-limit' where a role may take out fewer lines than there are. */
async function auditFile(core: Core, caller: Caller, { requestId: asked, ...typed }: Typed & { readonly requestId: RequestId }): Promise<AuditFile> {
  const { exportRows } = rulesOf(core.db, caller.role).limits
  const { rows, newest } = await askReader(core, 'audit-count', filterOf(core, typed))
  if (exportRows !== null && rows > exportRows) throw new Refusal('role-limit', { limit: 'exportRows', most: exportRows })
  const at = core.now()
  return once<AuditFile>(core.db, { id: asked, door: 'staff/audit-file', at }, () => {
    appendAudit(core.db, { id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'audit-exported', target: 'audit', after: { ...typed, rows } })
    return { rows, before: newest + 1, day: localDate(at, theShop(core).timeZone), separator: separatorFor(theShop(core).locale) }
  })
}
/** How many lines there are to ask for, from which on, and how a spreadsheet of this country parts its cells. */
export type AuditFile = { readonly rows: number; readonly before: number; readonly day: PlainDate; readonly separator: ',' | ';' }
