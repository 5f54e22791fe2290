import type { Licence } from './licence.ts'

/** 1 male, 2 female, 9 not specified (ANSI D20); real cards also write the letter. */
export function sexOf(value: string): Licence['sex'] {
  const first = value.slice(0, 1).toUpperCase()
  if (first === '1' || first === 'M') return 'M'
  if (first === '2' || first === 'F') return 'F'
  return first === '9' || first === 'X' ? 'X' : null
}
