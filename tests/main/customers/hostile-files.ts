import { chanceFrom } from '../../bench/people.ts'

export type Hostile = { readonly name: string; readonly kind: string; readonly bytes: Buffer }
type Make = (dice: Dice) => Buffer | string
type Dice = { readonly whole: (below: number) => number; readonly pick: <T>(from: readonly T[]) => T }

const diceFrom = (seed: number): Dice => {
  const chance = chanceFrom(seed)
  const whole = (below: number) => Math.floor(chance() * below)
  return { whole, pick: (from) => from[whole(from.length)]! }
}

const head = 'First Name,Last Name,Phone,Email,Birthday,Notes\n'
const names = ['Ana', 'Zoë', 'Łukasz', 'Noémie', 'Ñandú', '田中', 'O’Neil', 'Ғалым', 'שרה', 'محمد']
const row = ({ whole, pick }: Dice, note = ''): string => `${pick(names)}${whole(1e6)},Ruiz${whole(1e6)},514-555-${String(whole(10_000)).padStart(4, '0')},a${whole(1e6)}@example.com,${1 + whole(28)}/${1 + whole(12)}/19${10 + whole(89)},${note}\n`
const rows = (dice: Dice, count: number, note: (at: number) => string = () => ''): string => Array.from({ length: count }, (_, at) => row(dice, note(at))).join('')
const card = ({ whole, pick }: Dice, more = '', version = '3.0'): string =>
  `BEGIN:VCARD\r\nVERSION:${version}\r\nN:Ruiz${whole(1e6)};${pick(names)};;;\r\nTEL;TYPE=CELL:514-555-${String(whole(10_000)).padStart(4, '0')}\r\n${more}END:VCARD\r\n`
const cards = (dice: Dice, count: number): string => Array.from({ length: count }, () => card(dice)).join('')
const noise = ({ whole }: Dice, length: number): Buffer => Buffer.from(Array.from({ length }, () => whole(256)))
/** The head of a zip of zeros, 42 kB that would be gigabytes. */
const zip = (dice: Dice): Buffer => Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000\b\u0000', 'latin1'), noise(dice, 42_000)])
const gzip = (dice: Dice): Buffer => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), noise(dice, 20_000)])
const swapped = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const formula = ({ pick }: Dice): string => pick(['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1:A9)', '=cmd|\' /C calc\'!A0', '\t=1+1'])
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const csvs: Readonly<Record<string, Make>> = {
  'utf-16 without a mark': (d) => Buffer.from(head + rows(d, 20), 'utf16le'), 'utf-16 the other way round': (d) => swapped(head + rows(d, 20)),
  'utf-16 cut in a letter': (d) => Buffer.from(`\ufeff${head}${rows(d, 20)}`, 'utf16le').subarray(0, 301 + 2 * d.whole(300)),
  'utf-16 with half surrogates': (d) => Buffer.from(`\ufeff${head}${rows(d, 5, () => 'a\ud83db\udc00')}`, 'utf16le'),
  'utf-32': (d) => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), ...Array.from(head + rows(d, 10), (letter) => Buffer.from([...Buffer.from(letter.slice(0, 1), 'utf16le'), 0, 0]))]),
  'utf-8 with half surrogates': (d) => Buffer.concat([Buffer.from(head), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(rows(d, 3))]),
  'three encodings in one file': (d) => Buffer.concat([Buffer.from(head + rows(d, 3)), latin('Zo\u00eb,C\u00f4t\u00e9,,,,\n'), Buffer.from([0x4e, 0x6f, 0x8e, 0x6d, 0x69, 0x65, 0x2c, 0x58, 0x0a])]),
  'utf-7': (d) => `+/v8-First Name,Last Name\n+AOk-lise,${d.whole(9)}\n`, 'utf-7 without a mark': (d) => `${head}+AOk-lise,Roy${d.whole(9)},,,,+ADw-script+AD4-\n`,
  'overlong utf-8': (d) => Buffer.concat([Buffer.from(head), Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf]), Buffer.from(rows(d, 2))]),
  'nothing but noise': (d) => noise(d, 5_000), 'text, then noise': (d) => Buffer.concat([Buffer.from(head + rows(d, 5)), noise(d, 20_000)]),
  'a zip by another name': zip, 'a gzip by another name': gzip, 'a pdf': (d) => Buffer.concat([Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n'), noise(d, 9_000)]),
  'formulas in every cell': (d) => `${head}${Array.from({ length: 20 }, () => `${quoted(formula(d))},${quoted(formula(d))},${quoted(formula(d))},x,y,${quoted(formula(d))},surplus\n`).join('')}`,
  'formulas as headers': (d) => `=1+1,@x,First Name\n${row(d)}`, 'NULs in the cells': (d) => `${head}${rows(d, 200)}${rows(d, 9, () => 'a\u0000b\u0000')}`, 'NULs everywhere': (d) => Buffer.from(`${head}${rows(d, 9)}`.split('').join('\u0000\u0000\u0000')),
  'a quote never closed': (d) => `${head}${rows(d, 10)}"Ana,Roy,,,,\n${rows(d, 200)}`, 'a quote opened in every line': (d) => head + Array.from({ length: 3_000 }, () => `"a${d.whole(9)}`).join('\n'),
  'quotes that close and open': (d) => head + Array.from({ length: 2_000 }, (_, at) => `"a${at}"b"c,"${d.whole(9)}""\n`).join(''), 'nothing but quotes': (d) => `${head}${'"'.repeat(100_001 + d.whole(2))}`,
  'quotes in a wheel': (d) => head + `"a""b","c"d",""e"",f"\n`.repeat(500 + d.whole(500)), 'four kinds of line ends': (d) => head + Array.from({ length: 60 }, () => row(d).trim() + d.pick(['\n', '\r', '\r\n', '\r\r\n', '\n\r', '\u2028', '\u0085'])).join(''),
  'marks in the middle': (d) => Array.from({ length: 4 }, () => `\ufeff${head}${rows(d, 3, () => '\ufeffx')}`).join(''), 'ten thousand columns': (d) => `${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')}\n${'x,'.repeat(10_000)}${d.whole(9)}\n`,
  'a row of a million cells': (d) => `${head}${rows(d, 3)}${','.repeat(900_000)}x\n${rows(d, 3)}`, 'a line without an end': (d) => `${head}${rows(d, 3)}${'x'.repeat(3_000_000)}`, 'a line without an end, then people': (d) => `${head}${'x'.repeat(1_500_000)}\n${rows(d, 3)}`,
  'a quoted cell without an end': (d) => `${head}"${`${'x'.repeat(800)}\n`.repeat(1_400)}${rows(d, 3)}`, 'the same header ten times': (d) => `Email,Email,Phone,Phone,First Name,First Name,Notes,Notes,Email,Email\n${`a${d.whole(99)}@example.com,b@example.com,514-555-0100,514-555-0101,Ana,Eva,x,y,no,no\n`.repeat(3)}`,
  'headers alone': () => head, 'headers that are no words': (d) => `__proto__,constructor,toString,First Name\n1,2,3,Ana${d.whole(9)}\n`, 'nothing but line ends': () => '\n\r\n\r'.repeat(5_000), 'nothing but commas': () => ',,,,,\n'.repeat(2_000), 'spaces': () => ' '.repeat(60_000),
  'text turned round': (d) => `${head}\u202eanA,\u2067ziuR\u2069,,,,\u202dx${d.whole(9)}\n`, 'control codes of a printer': (d) => `${head}Ana\u001b@\u001dV0,Roy\u0007${d.whole(99)},,,,\u001b[31m\n`,
  'cut at any byte': (d) => { const whole = Buffer.from(head + rows(d, 50, () => quoted('a "b" , é 田\nc'))); return whole.subarray(0, 1 + d.whole(whole.length)) },
  'dates of nowhere': (d) => `${head}${['31/02/1990', '00/00/0000', '99/99/99', '1990-13-45', '9e9', '-1', '２０２０/１/１', '٣/٤/١٩٩٠'].map((day) => `Ana,Roy${d.whole(1e6)},,,${day},\n`).join('')}`,
  'phones and mails of nowhere': (d) => `${head}Ana,Roy${d.whole(99)},${'9'.repeat(5_000)},${'a'.repeat(3_000)}@${'b.'.repeat(2_000)}c,,\nEva,Roy,++++,@@@@,,\n`,
}
const photo = (kilobytes: number): string => `PHOTO;ENCODING=b;TYPE=JPEG:${'/9j/4AAQSkZJRgABAQAAAQ'.repeat(kilobytes * 47).replace(/(.{74})/g, '$1\r\n ')}\r\n`
const agent = (depth: number): string => depth === 0 ? '' : `AGENT:\r\n${'BEGIN:VCARD\r\nAGENT:\r\n'.repeat(depth)}N:Deep;Down\r\n${'END:VCARD\r\n'.repeat(depth)}`
const vcards: Readonly<Record<string, Make>> = {
  'cards in cards': (d) => card(d, agent(2 + d.whole(3_000))) + cards(d, 3), 'cards that never end': (d) => cards(d, 5).replaceAll('END:VCARD\r\n', ''), 'ends without beginnings': (d) => 'END:VCARD\r\n'.repeat(500) + card(d),
  'a picture of four megabytes': (d) => card(d, photo(4_000)) + card(d), 'a picture in one line without an end': (d) => `BEGIN:VCARD\r\nN:A;B${d.whole(9)}\r\nPHOTO;ENCODING=b:${'QUJD'.repeat(900_000)}`,
  'a hundred pictures': (d) => card(d, photo(30).repeat(100)) + card(d), 'a picture that is none': (d) => card(d, `PHOTO;ENCODING=b;TYPE=JPEG:${'QUJD'.repeat(9_000)}\r\n`), 'base64 that is none': (d) => card(d, 'PHOTO;ENCODING=b:%%%%====\r\n KEY:"\r\n'),
  'quoted-printable without an end': (d) => `BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(3_000)}${'=ZZ=1'.repeat(100)}\r\nN:A;B${d.whole(9)}\r\nEND:VCARD\r\n`,
  'quoted-printable in a wrong character set': (d) => card(d, `FN;ENCODING=QUOTED-PRINTABLE;CHARSET=${d.pick(['UTF-8', 'KOI8-R', 'x-none', 'UTF-7', 'SHIFT_JIS'])}:=FF=FE=00=E9=82\r\n`, '2.1'),
  'folded at every letter': (d) => card(d, `NOTE:${Array.from('x'.repeat(20_000)).join('\r\n ')}\r\n`), 'a value of a megabyte': (d) => card(d, `ORG:${'a;'.repeat(500_000)}\r\n`), 'a property of a megabyte': (d) => card(d, `${'X'.repeat(1_000_000)}:y\r\n`),
  'parameters of a megabyte': (d) => card(d, `TEL;${'TYPE=home;'.repeat(100_000)}:514-555-0100\r\n`), 'ten thousand numbers': (d) => card(d, Array.from({ length: 10_000 }, (_, at) => `TEL:514555${String(at).padStart(4, '0')}\r\n`).join('')),
  'ten thousand properties': (d) => card(d, Array.from({ length: 10_000 }, (_, at) => `X-A${at}:${d.whole(9)}\r\n`).join('')), 'a million empty lines in a card': (d) => card(d, '\n'.repeat(1_000_000)), 'a zip by another name': zip, 'a zip with a card in it': (d) => Buffer.concat([zip(d), Buffer.from(card(d)), noise(d, 3_000)]),
  'utf-16 cards': (d) => Buffer.from(`\ufeff${cards(d, 9)}`, 'utf16le'), 'cards cut at any byte': (d) => { const whole = Buffer.from(cards(d, 30)); return whole.subarray(0, 20 + d.whole(whole.length)) }, 'NULs in cards': (d) => card(d, 'NOTE:a\u0000b\u0000\r\nX\u0000:y\r\n'),
  'cards with noise': (d) => Buffer.concat([Buffer.from(card(d)), noise(d, 9_000), Buffer.from(card(d))]), 'names turned round': (d) => card(d, 'FN:\u202eziuR anA\u2066\r\n'), 'marks between cards': (d) => Array.from({ length: 5 }, () => `\ufeff${card(d)}`).join(''), 'backslashes': (d) => card(d, `NOTE:${'\\'.repeat(50_001)}\r\nN:\\\\;\\;\\,;;\\\r\n`),
  'colons and quotes': (d) => card(d, `TEL;TYPE="home:514-555-0100\r\nEMAIL;X=":::"":a@b.c\r\n${':'.repeat(5_000)}\r\n`), 'a birthday of nowhere': (d) => card(d, 'BDAY:9999-99-99\r\nBDAY;VALUE=date-and-or-time:--\r\nBDAY:T10\r\n'),
}

/** So many broken files, the same ones for the same seed. */
export function hostileFiles(count: number, seed: number): Hostile[] {
  const kinds = [...Object.entries(csvs).map(([kind, make]) => ({ kind, make, end: 'csv' })), ...Object.entries(vcards).map(([kind, make]) => ({ kind, make, end: 'vcf' }))]
  return Array.from({ length: count }, (_, at) => {
    const { kind, make, end } = kinds[at % kinds.length]!
    return { name: `${at}.${end}`, kind, bytes: Buffer.from(make(diceFrom(seed * 1_000 + at)) as string) }
  })
}
