import type { Core } from '../context.ts'
import { cancelMailOf, cutOffExports, exportsWith, failExport, keptExports, loseExport, overdueExports } from '../customers/exports.sql.ts'
import { localDate } from '../shop/local-date.ts'
import { readShop } from '../shop/shop.sql.ts'
import { dropSealed, dropStrays } from '../store/sealed-file.ts'
import { inTransaction } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { stopExports } from './export-jobs.ts'

/** The key first: from that moment the file is noise, also if the power goes before it is deleted. */
export function dropExport(core: Core, exportId: string): void {
  inTransaction(core.db, () => {
    loseExport(core.db, exportId)
    cancelMailOf(core.db, exportId, core.now())
  })
  dropSealed(core.db, exportId)
}

/** Every file on this till that holds one of these people, or may. Answers how many there were. */
export function dropExportsOf(core: Core, ids: readonly CustomerId[]): number {
  const found = exportsWith(core.db, ids)
  stopExports(core, found)
  for (const exportId of found) dropExport(core, exportId)
  if (found.length > 0) core.emit('exports-changed', {})
  return found.length
}

/** Files go after their days; those that were being made when the power went are no files; what no row knows goes too. */
export function forgetExports(core: Core, atStart: boolean): void {
  const shop = readShop(core.db)
  if (!shop) return
  if (atStart) for (const exportId of cutOffExports(core.db)) failExport(core.db, exportId, 'failed', 'cut-off', core.now())
  const overdue = overdueExports(core.db, localDate(core.now(), shop.timeZone))
  for (const exportId of overdue) dropExport(core, exportId)
  if (atStart) dropStrays(core.db, keptExports(core.db))
  if (overdue.length > 0) core.emit('exports-changed', {})
}
