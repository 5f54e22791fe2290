// Names on licences: apart, in one field with commas, or run together as some old cards write them.
export type Names = { readonly family: string; readonly first: string; readonly middle: string; readonly suffix: string }

const suffixes = /^(?:JR|SR|[IVX]{1,4}|[1-9](?:ST|ND|RD|TH))\.?$/i
const longSuffix = /^(?:JR|SR|I{2,3}|IV|V?I{2,3}|[1-9](?:ST|ND|RD|TH))\.?$/i
export const isSuffix = (word: string): boolean => suffixes.test(word)

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const split = (given: string): { readonly first: string; readonly middle: string } => {
  const [first = '', ...rest] = given.includes(',') ? given.split(',').map((part) => part.trim()) : words(given)
  return { first, middle: rest.filter(Boolean).join(' ') }
}

/** DCT of versions 02 and 03: the first given name, then the middle ones, parted by a comma or else by spaces. */
export const givenNames = split

/** DAA of DL/ID-2000: LAST,FIRST,MIDDLE,SUFFIX. Oregon and Louisiana put first and middle into one part; Pennsylvania writes FIRST MIDDLE LAST. */
export function wholeName(text: string, jurisdiction: string): Names {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length === 1) return spacedName(words(text), jurisdiction)
  const [family = '', second = '', third = '', fourth = ''] = parts
  if (parts.filter(Boolean).length === 2) return { family, ...split(second), suffix: '' }
  const endsInSuffix = fourth === '' && longSuffix.test(third)
  return { family, first: second, middle: endsInSuffix ? '' : third, suffix: endsInSuffix ? third : fourth }
}

function spacedName(all: readonly string[], jurisdiction: string): Names {
  const hasSuffix = all.length > 2 && longSuffix.test(all.at(-1)!)
  const suffix = hasSuffix ? all.at(-1)! : ''
  const names = hasSuffix ? all.slice(0, -1) : all
  if (jurisdiction !== 'PA') return { family: names[0] ?? '', first: names[1] ?? '', middle: names.slice(2).join(' '), suffix }
  if (names.length < 2) return { family: names[0] ?? '', first: '', middle: '', suffix }
  return { family: names.at(-1)!, first: names[0]!, middle: names.slice(1, -1).join(' '), suffix }
}

/** Wyoming leaves the middle name empty and writes its letter behind the first: MOTORIST E. Two whole names stay one: MARY ANN. */
export function initialBehind(first: string): { readonly first: string; readonly middle: string } {
  const [, name, initial] = /^(\S.{0,60}?) ([A-Z])$/.exec(first) ?? []
  return name && initial ? { first: name, middle: initial } : { first, middle: '' }
}
