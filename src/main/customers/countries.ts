import { fold } from '../folding.ts'
import type { Language } from '../vocabulary.ts'

/** The ISO code of a country however it was entered: "CA", "Canada", "Méjico" by its names in our three languages; '' where nobody knows. */
export function countryCode(country: string): string {
  const text = country.trim()
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase()
  return text === '' ? '' : (countryNames().get(fold(text)) ?? '')
}

let named: Map<string, string> | undefined
function countryNames(): Map<string, string> {
  named ??= new Map(['en', 'fr', 'es'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return isoCodes.flatMap((code): (readonly [string, string])[] => {
      const name = names.of(code)
      return name === undefined ? [] : [[fold(name), code]]
    })
  }).concat([['usa', 'US'], ['etats-unis d\'amerique', 'US'], ['uk', 'GB'], ['mejico', 'MX']]))
  return named
}
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const isoCodes: readonly string[] = letters.flatMap((one) => letters.map((other) => one + other))

/** A country as people write it, in that language; what is no code stays as it was entered. */
export function countryShown(country: string, language: Language): string {
  const text = country.trim()
  return /^[A-Z]{2}$/.test(text) ? (new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(text) ?? text) : text
}
