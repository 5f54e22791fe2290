import type { Core } from '../context.ts'
import { forgettableBatches } from '../customers/imports.sql.ts'
import { isSearchAtWork, setSearch } from '../customers/search.sql.ts'
import type { Instant } from '../vocabulary.ts'
import { throwAway } from './import-contacts.ts'
import { jobOn, keptInOrder } from './import-jobs.ts'

const abandonedAfterDays = 7
const dayMs = 86_400_000

/**
 * Staged rows are copies of people's data: they go when the import can no longer be undone, or when nobody came back to it for a week. That there
 * was an import stays in the list. Slice by slice in the background; what is left is taken up the next minute.
 */
export async function forgetOldImports(core: Core): Promise<void> {
  if (jobOn(core)) return
  if (isSearchAtWork(core.db)) setSearch(core.db, 'at-rest')
  const now = core.now()
  const abandonedBefore = new Date(Date.parse(now) - abandonedAfterDays * dayMs).toISOString() as Instant
  for (const { id, state } of forgettableBatches(core.db, now, abandonedBefore)) {
    await keptInOrder(core, () => throwAway(core, id, state === 'done' || state === 'undone' ? null : 'cancelled'))
  }
}
