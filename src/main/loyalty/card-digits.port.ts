import { randomInt } from 'node:crypto'

/** Digits from the system's own source of chance: a random number of JavaScript could be foretold from a few others. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')
