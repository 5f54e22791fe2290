// Made-up people on made-up licences: the issuer is real, the numbers are not.
export type Person = { readonly family: string; readonly first: string; readonly number: string; readonly birth: string; readonly expiry: string }

/** "Jane Sample" or "SAMPLE,JANE": whoever it is has a number of their own, born in 1986 unless a year is said ("Jane Sample 2010"). */
export function personCalled(words: string): Person {
  const year = /\b(19|20)\d\d\b/.exec(words)?.[0] ?? '1986'
  const plain = words.replace(year, '').trim().toUpperCase()
  const [first = 'JANE', ...rest] = plain.includes(',') ? plain.split(/,\s*/).reverse() : plain.split(/\s+/)
  const family = rest.join(' ') || 'SAMPLE'
  const number = String(Array.from(`${family}${first}`).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 90_000_000, 7) + 10_000_000)
  return { family, first: first || 'JANE', number: `S${number}`, birth: `${year}0606`, expiry: '20310606' }
}

const usDate = (day: string): string => day.slice(4) + day.slice(0, 4)

/** A Virginia licence as its barcode holds it (AAMVA version 10), with true offsets and lengths. */
export function licenceOf({ family, first, number, birth, expiry }: Person): string {
  const elements = [
    `DAQ${number}`, `DCS${family}`, 'DDEN', `DAC${first}`, 'DDFN', 'DADNONE', 'DDGN', 'DCAD', 'DCBNONE', 'DCDNONE', 'DBD06062023', `DBB${usDate(birth)}`, `DBA${usDate(expiry)}`, 'DBC2',
    'DAU068 in', 'DAYBRO', 'DAG2300 WEST BROAD STREET', 'DAIRICHMOND', 'DAJVA', 'DAK232690000  ', 'DCF2424244747474786102204', 'DCGUSA', 'DDAF', 'DDB06062008',
  ]
  const subfile = `DL${elements.join('\n')}\r`
  return `@\n\u001e\rANSI 636000100001DL0031${String(subfile.length).padStart(4, '0')}${subfile}`
}

/** The same person's stripe: three tracks as a reader sends them. */
export function swipeOf({ family, first, number, birth, expiry }: Person): string {
  return `%VARICHMOND^${family}$${first}$^2300 W BROAD ST^?;636000${number.replace(/\D/g, '')}=${expiry.slice(2, 6)}${birth}?`
}
