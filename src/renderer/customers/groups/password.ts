import type { KeyboardEvent } from 'react'

/** Main refuses shorter ones; said here before it is asked. */
export const leastPassword = 5

export type Strength = { readonly word: 'short' | 'weak' | 'fair' | 'good'; readonly percent: number; readonly tone: string }
const good: Strength = { word: 'good', percent: 100, tone: 'green' }
const common = /^(?:password|passwort|motdepasse|contrase|qwerty|azerty|123|abc|letmein|bienvenu)/i

/** A hint while a password is typed: long and mixed is good, short or what everyone takes is not. */
export function strengthOf(password: string): Strength {
  const letters = Array.from(password)
  if (letters.length < leastPassword) return { word: 'short', percent: 15, tone: 'red' }
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  if (common.test(password) || new Set(letters).size < 4) return { word: 'weak', percent: 35, tone: 'orange' }
  if (letters.length >= 12 || (letters.length >= 9 && kinds >= 3)) return good
  return kinds >= 2 || letters.length >= 8 ? { word: 'fair', percent: 65, tone: 'yellow' } : { word: 'weak', percent: 35, tone: 'orange' }
}

/** Enter saves and Escape leaves this section alone, not the form around it. */
export function dropKeys(event: KeyboardEvent, enter: () => void, escape: () => void): void {
  const act = { Enter: enter, Escape: escape }[event.key]
  if (!act || (event.target as HTMLElement).tagName === 'BUTTON') return
  event.preventDefault()
  event.stopPropagation()
  act()
}
