import type { Core } from '../context.ts'
import { messagingApi, type Consents } from '../messaging/messaging.api.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { seenConsents } from './seen-customers.ts'

/** The messaging room's doors, with numbers and addresses as far as whoever asks may see them. */
export function messagingDoors(core: Core): ReturnType<typeof messagingApi> {
  const doors = messagingApi(core)
  const consents = doors['messaging/consents']
  return {
    ...doors,
    'messaging/consents': { ...consents, work: (input: { customerId: CustomerId }, caller: Caller): Consents => {
      const { states, history } = consents.work(input, caller)
      const sight = sightOf(core, caller)
      return { states: seenConsents(states, sight), history: seenConsents(history, sight) }
    } },
  }
}
