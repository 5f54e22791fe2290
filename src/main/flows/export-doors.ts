import { z } from 'zod'
import type { Core } from '../context.ts'
import { eraseSettings, saveEraseSettings, type EraseSettings } from '../customers/erasures.sql.ts'
import type { StaffMail } from '../customers/exports.sql.ts'
import { selection } from '../customers/selection.ts'
import { id, nothing, requestId, takes, text, whole } from '../input.ts'
import { once } from '../store/once.ts'
import type { ApprovalId } from '../vocabulary.ts'
import { cancelExport, exportMail, exportNow, exportOffer, exportPiece, forgetExport, listExports, type ExportOffer, type ExportShown } from './export-customers.ts'

const address = z.string().max(254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
const begin = z.strictObject({
  requestId, selection, kind: z.enum(['csv', 'vcard']), columns: z.array(text(80)).max(200), email: address.nullable(), reason: text(200), approvalId: id<ApprovalId>().nullable(),
})
const one = z.strictObject({ exportId: id<string>() })
const settings = z.strictObject({ requestId, pointsAbove: whole.min(0).max(10_000_000), keepDays: whole.min(1).max(90), reasonAbove: whole.min(0).max(1_000_000) })

/** Files of customers: what may be in one, making it, taking it piece by piece, and how long it stays. */
export const exportDoors = (core: Core) => ({
  'exports/offer': takes(nothing, (_, caller): ExportOffer => exportOffer(core, caller), 'export-customers'),
  'exports/begin': takes(begin, (input, caller): Promise<{ exportId: string }> => exportNow(core, caller, input), 'export-customers'),
  'exports/cancel': takes(one, (input): null => cancelExport(core, input.exportId), 'export-customers'),
  'exports/list': takes(nothing, (_, caller): ExportShown[] => listExports(core, caller)),
  'exports/piece': takes(z.strictObject({ exportId: id<string>(), piece: whole.min(0).max(100_000) }), (input, caller) => exportPiece(core, caller, input), 'export-customers'),
  'exports/forget': takes(one, (input, caller): null => forgetExport(core, caller, input.exportId), 'export-customers'),
  'exports/outbox': takes(nothing, (): StaffMail[] => exportMail(core), 'export-customers'),
  'exports/settings': takes(nothing, (): EraseSettings => eraseSettings(core.db)),
  'exports/save-settings': takes(settings, ({ requestId: request, ...input }): null =>
    once(core.db, { id: request, door: 'exports/save-settings', at: core.now() }, () => (saveEraseSettings(core.db, input), null)), 'edit-shop'),
})
