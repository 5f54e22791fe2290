import type { Core } from '../context.ts'
import { reindexCustomer } from '../customers/customers.sql.ts'
import { caughtUp, waitingForSearch } from '../customers/inside-words.sql.ts'
import { tidySearch } from '../customers/search.sql.ts'
import { forgetOldRequests } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import { finishGroups } from './delete-group.ts'
import { finishConversions } from './edit-attributes.ts'
import { runLoyalty } from './expire-points.ts'
import { forgetExports } from './erase-exports.ts'
import { eraseDue } from './erase-run.ts'
import { forgetOldImports } from './forget-imports.ts'
import { purgeDenied } from './purge-denied.ts'
import { settleMerges } from './merges-of.ts'
import { catchUpDuplicates } from './search-duplicates.ts'
import { sendWaiting } from './send-outbox.ts'
import { tellDecisions } from './tell-decisions.ts'
import type { CustomerId } from '../vocabulary.ts'

const keepRequestsDays = 90

/** What time alone brings about; a host calls it each minute. */
export function runDue(core: Core): void {
  const before = new Date(Date.parse(core.now()) - keepRequestsDays * 86_400_000).toISOString()
  forgetOldRequests(core.db, before)
  tidySearch(core.db)
  catchUpSearch(core)
  runLoyalty(core)
  tellDecisions(core)
  sendWaiting(core).catch(() => undefined)
  settleMerges(core)
  catchUpDuplicates(core).catch(() => undefined)
  finishGroups(core).catch(() => undefined)
  finishConversions(core).catch(() => undefined)
  forgetExports(core, false)
  purgeDenied(core)
  eraseDue(core).catch(() => undefined)
  // In the background: a register that is closed meanwhile takes it up again at its next start.
  forgetOldImports(core).catch(() => undefined)
}

const caughtUpAtOnce = 25
/** A shop of an older version: people whose notes and websites could not be searched yet are indexed anew, a few each minute (under 10 ms). */
function catchUpSearch({ db }: Core): void {
  const ids = waitingForSearch(db, caughtUpAtOnce)
  if (ids.length === 0) return
  inTransaction(db, () => ids.forEach((id) => {
    reindexCustomer(db, id as CustomerId)
    caughtUp(db, id)
  }))
}
