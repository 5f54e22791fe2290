import { z } from 'zod'
import type { CustomerId } from '../vocabulary.ts'
import { listFilter } from './list-filter.ts'
import { customerId } from './shapes.ts'

const mostTicked = 10_000
const mostExcepted = 1_000

/**
 * Whom a bulk act, an export or a message is for: people ticked one by one, or all that a filter finds but some. flows/list-customers.ts turns
 * either into pages of ids, so that nobody else reads the filter.
 */
export const selection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: z.array(customerId).min(1).max(mostTicked) }),
  z.strictObject({ kind: z.literal('filter'), filter: listFilter, except: z.array(customerId).max(mostExcepted) }),
])
export type Selection =
  | { readonly kind: 'ids'; readonly ids: CustomerId[] }
  | z.infer<typeof selection> & { readonly kind: 'filter' }
