import { createHmac } from 'node:crypto'
import type { AccountId } from '../vocabulary.ts'

/** How long a code that was sent holds, how often it may be tried, and how many are sent in a while. */
export const codeRules = { lifeMs: 5 * 60_000, tries: 5, digits: 6, mostSent: 3, whileMs: 15 * 60_000 } as const

/** A code as it is kept: scrambled with the shop's own secret, and good for this account alone. */
export const codeHash = (secret: string, accountId: AccountId, code: string): string => createHmac('sha256', secret).update(`code:${accountId}:${code}`).digest('hex')

/** An answer as it is compared: case, accents, spaces and punctuation do not count. */
export const foldedAnswer = (answer: string): string => answer.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
/** Shorter answers than this are guessed at once. */
export const leastAnswerLetters = 2
