// Licences read per second, and how many right, beside the readers others use, on the same published samples in the same run.
import { samples, type Sample } from '../fixtures/licence-samples.ts'
import { fields, forgiven, readers, type Answer, type Reader } from './licence-rivals.ts'
import { verdict } from './measure.ts'

const cards = samples.filter(({ aamvaVersion }) => aamvaVersion !== null)
const wanted = new Map(cards.map((sample) => [sample.id, wantedOf(sample)]))
/** The same cards as they arrive: from a camera or a serial scanner, and through keyboards that do this and that to control characters. */
const ways: Readonly<Record<string, (text: string, sample: Sample) => string>> = {
  'as published': (text) => text,
  'exact header': (text, { payloadCanonical }) => payloadCanonical ?? text,
  'CR for LF': (text) => text.replaceAll('\n', '\r'),
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'Ctrl lost': (text) => text.replaceAll('\n', 'J').replaceAll('\u001e', '6').replaceAll('\r', 'M'),
  'no controls': (text) => text.replaceAll(/\p{Cc}/gu, ''),
}

function wantedOf({ expected: e }: Sample): Answer {
  const all = { family: e['lastName'], given: `${String(e['firstName'] ?? '')} ${String(e['middleName'] ?? '')}`, number: e['licenceNumber'], born: e['dob'], expires: e['expiry'], issued: e['issue'],
    sex: e['sex'], street: e['street1'], city: e['city'], region: e['state'], postal: e['postalCode'], suffix: e['suffix'] }
  return Object.fromEntries(fields.map((field) => [field, forgiven(field, all[field])])) as Answer
}

type Score = { readonly whole: number; readonly rightFields: number; readonly wrongBirths: number }
function score(reader: Reader, change: (text: string, sample: Sample) => string): Score {
  const answers = cards.map((sample) => ({ got: reader.answer(change(sample.payload, sample)), wish: wanted.get(sample.id)! }))
  const right = answers.map(({ got, wish }) => fields.filter((field) => got[field] === wish[field]).length)
  return {
    whole: right.filter((many) => many === fields.length).length,
    rightFields: right.reduce((all, many) => all + many, 0),
    wrongBirths: answers.filter(({ got, wish }) => got.born !== '' && got.born !== wish.born).length,
  }
}

function readsPerSecond({ read }: Reader, ms: number): number {
  const begun = performance.now()
  let done = 0
  while (performance.now() - begun < ms) for (const { payload } of cards) done += attempt(read, payload)
  return (done * 1000) / (performance.now() - begun)
}

function attempt(read: Reader['read'], text: string): number {
  try { read(text) } catch { /* counts as read: it took its time */ }
  return 1
}

const column = (text: string): string => text.padStart(14)
const cell = ({ whole, rightFields }: Score): string => column(`${whole} ${((100 * rightFields) / (cards.length * fields.length)).toFixed(1)} %`)

/** Every reader in turn, warmed up first; `ms` is how long each reads. */
export function benchLicence(ms: number): void {
  if (cards.length === 0) return console.log('\nLicences: SKIPPED, the published samples are not there')
  console.log(`\nLicences: ${cards.length} published cards, how many are read whole (12 fields) and the share of fields read right, by the way they arrive`)
  console.log(`  ${'reader'.padEnd(14)} ${'reads/s'.padStart(9)} ${Object.keys(ways).map(column).join('')}   wrong birth dates`)
  for (const reader of readers) readsPerSecond(reader, ms / 5)
  const all = readers.map((reader) => ({ reader, scores: Object.values(ways).map((change) => score(reader, change)) }))
  for (const { reader, scores } of all) {
    const wrongBirths = scores.reduce((sum, each) => sum + each.wrongBirths, 0)
    console.log(`  ${reader.name.padEnd(14)} ${readsPerSecond(reader, ms).toFixed(0).padStart(9)} ${scores.map(cell).join('')}   ${wrongBirths}`)
  }
  const whole = all[0]?.scores.reduce((sum, each) => sum + each.whole, 0) ?? 0
  const wantedWhole = cards.length * Object.keys(ways).length - 1
  console.log(verdict(`cards read whole of ${wantedWhole + 1}, wanted all but one`, whole, whole >= wantedWhole))
}
