const northAmerica = new Set(['US', 'CA', 'PR', 'DO', 'JM', 'BS', 'BB', 'TT', 'BM', 'KY', 'AG', 'DM', 'GD', 'KN', 'LC', 'VC', 'GU', 'AI', 'VG', 'VI', 'MS', 'TC', 'AS', 'MP', 'SX'])

/** What main shows in the place of a number a role may not see; sent back, it means "as on file", and main alone knows. */
const veil = '•••'
/** A number that could be dialled: 7 to 15 digits, ten where that is how the country dials. An extension may follow. */
export function isPhone(typed: string, country: string): boolean {
  const text = typed.trim()
  if (text === '' || text.includes(veil)) return true
  const number = text.replace(/\s*(?:x|ext\.?|poste|#)\s*\d{1,6}$/i, '')
  const digits = number.replace(/\D/g, '')
  if (!/^[\d\s().+/-]+$/.test(number) || digits.length < 7 || digits.length > 15) return false
  const dialsTen = northAmerica.has(country) && !/^(\+|00|011)/.test(number)
  return !dialsTen || digits.length === 10 || (digits.length === 11 && digits.startsWith('1'))
}

/** One @, and a domain with a dot. */
export const isEmail = (typed: string): boolean => typed.trim() === '' || typed.includes(veil) || /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(?:\.[^\s@<>(),;:"[\]\\.]+)+$/.test(typed.trim())
