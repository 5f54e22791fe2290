import type { Core } from '../context.ts'
import { tidySearch } from '../customers/search.sql.ts'
import { forgetOldRequests } from '../store/once.ts'
import { runLoyalty } from './expire-points.ts'
import { forgetOldImports } from './forget-imports.ts'
import { sendWaiting } from './send-outbox.ts'

const keepRequestsDays = 90

/** What time alone brings about; a host calls it each minute. */
export function runDue(core: Core): void {
  const before = new Date(Date.parse(core.now()) - keepRequestsDays * 86_400_000).toISOString()
  forgetOldRequests(core.db, before)
  tidySearch(core.db)
  runLoyalty(core)
  sendWaiting(core).catch(() => undefined)
  // In the background: a register that is closed meanwhile takes it up again at its next start.
  forgetOldImports(core).catch(() => undefined)
}
