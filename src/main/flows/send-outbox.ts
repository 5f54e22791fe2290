import type { Core } from '../context.ts'
import { codeRules } from '../loyalty/proof-codes.ts'
import { cancelUnwanted } from '../messaging/waiting.sql.ts'
import { countTry, endMessage, queuedTexts } from '../messaging/outbox.sql.ts'
import { laterBy } from './prove-code.ts'

/** So many go out a minute at most, and each is tried so often. */
const mostAtOnce = 20
const mostTries = 5

/** Sends the text messages that wait in the outbox, where a provider is set up; else they wait on. What somebody no longer wants does not wait any longer. Every try is counted before it is made. */
export async function sendWaiting(core: Core): Promise<void> {
  if (cancelUnwanted(core.db, core.now(), laterBy(core.now(), 0 - codeRules.lifeMs)) > 0) core.emit('outbox-changed', {})
  const send = core.ports.sendText
  if (!send) return
  for (const { id, address, body } of queuedTexts(core.db, mostAtOnce)) {
    const tries = countTry(core.db, id)
    try {
      await send(address, body)
      endMessage(core.db, id, 'sent', '', core.now())
    } catch {
      if (tries >= mostTries) endMessage(core.db, id, 'failed', 'not-sent', core.now())
    }
  }
}
