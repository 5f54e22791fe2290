// npm run torture:parsers [-- <texts> <seed>]: mutated licences, swipes and payment cards through both readers; 1,000,000 unless told otherwise.
import { barcode, lea, nora, noraStripe, otto, paymentNumbers } from '../../fixtures/licence-cards.ts'
import { samples, swipes } from '../../fixtures/licence-samples.ts'
import { chanceFrom, mutated, slowTexts } from '../../fixtures/mutations.ts'
import { judge, longestMs } from '../../fixtures/parser-judge.ts'

const wanted = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_007)
const cards = [barcode({ elements: nora, own: { type: 'ZM', lines: ['ZMA1'] } }), barcode({ iin: '636000', version: 1, elements: otto }), barcode({ iin: '604428', elements: lea }), noraStripe]
const payments = paymentNumbers.map((number) => `%B${number}^ROE/JAN^3012101?;${number}=30121010000?`)
const texts = [...cards, ...payments, ...samples.map(({ payload }) => payload), ...swipes.map(({ text }) => text)]
const long = slowTexts(1_000_000)
/** One text in so many is a megabyte long. */
const everyNth = 5_000

const chance = chanceFrom(seed)
const begun = performance.now()
const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(0)
const kinds = new Map<string, number>()
const faulty: string[] = []
let slowestMs = 0
for (let done = 1; done <= wanted; done++) {
  const text = done % everyNth === 0 ? chance.of(long) : mutated(texts, chance)
  const { ms, kind, faults } = judge(text)
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  slowestMs = Math.max(slowestMs, ms)
  for (const fault of faults) faulty.push(`${fault} in ${JSON.stringify(text.slice(0, 2_000))}`)
  if (done % 100_000 === 0) console.log(`${done} texts, ${faulty.length} faults, slowest ${slowestMs.toFixed(1)} ms, ${seconds()} s`)
}
console.log(`seed ${seed}: ${wanted} texts from ${texts.length} cards, ${faulty.length} faults (a throw, a day that is none, a payment number, over ${longestMs} ms), slowest ${slowestMs.toFixed(1)} ms, ${seconds()} s`)
for (const [kind, many] of [...kinds].toSorted((a, b) => b[1] - a[1])) console.log(`  ${kind.padEnd(24)} ${String(many).padStart(8)}`)
for (const fault of faulty.slice(0, 50)) console.error(fault)
process.exitCode = faulty.length === 0 ? 0 : 1
