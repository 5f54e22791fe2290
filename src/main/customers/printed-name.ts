// A licence writes everything in capitals; people do not.

const small = new Set(['de', 'du', 'des', 'del', 'la', 'las', 'los', 'y', 'van', 'von', 'der', 'den', 'da', 'di', 'dos', 'e'])
const cap = (word: string): string => word.charAt(0).toLocaleUpperCase('en') + word.slice(1)

function written(word: string, isFirst: boolean): string {
  const low = word.toLocaleLowerCase('en')
  if (!isFirst && small.has(low)) return low
  const parts = low.split(/([-'’.])/).map(cap).join('')
  return /^Mc[a-z]{3}/.test(parts) ? `Mc${cap(parts.slice(2))}` : parts
}

/** "ANNE-MARIE O'BRIEN" as people write it: Anne-Marie O'Brien. What already has small letters is left alone. */
export function printedName(name: string): string {
  const text = name.replace(/[,\s]+/g, ' ').trim()
  if (text !== text.toLocaleUpperCase('en')) return text
  return text.split(' ').map((word, at) => written(word, at === 0)).join(' ')
}

/** The same for a street or a city: whatever holds a digit and any compass point stays as it is. */
export const printedPlace = (place: string): string => {
  const text = place.replace(/,+\s*$/, '').replace(/\s+/g, ' ').trim()
  if (text !== text.toLocaleUpperCase('en')) return text
  return text.split(' ').map((word, at) => (/\d|^(?:[NS][EW]?|[EW]|PO|APT)$/.test(word) ? word : written(word, at === 0))).join(' ')
}
