import { z } from 'zod'
import type { Core } from '../context.ts'
import { id, takes } from '../input.ts'
import type { CustomerId } from '../vocabulary.ts'
import { consentHistory, consentStates } from './consent.sql.ts'
import type { ConsentEvent, ConsentState } from './consent.ts'

/** What someone agreed to: the state of each channel and type, and every event that led there, newest first. */
export type Consents = { readonly states: readonly ConsentState[]; readonly history: readonly ConsentEvent[] }

export const messagingApi = ({ db }: Core) => ({
  'messaging/consents': takes(z.strictObject({ customerId: id<CustomerId>() }), (input): Consents => ({
    states: consentStates(db, input.customerId), history: consentHistory(db, input.customerId),
  })),
})
