import type { Output } from '../../main/handlers.ts'

/** Everything a profile shows of one person, in one answer. */
export type Card = Output<'customers/card'>
