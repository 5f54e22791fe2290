import { insertCustomer } from '../../src/main/customers/customers.sql.ts'
import { classify } from '../../src/main/devices/scan.ts'
import { all, inTransaction, run, sql, type ReadableDB } from '../../src/main/store/sql.ts'
import type { CustomerId } from '../../src/main/vocabulary.ts'
import { z } from 'zod'
import { licenceText } from '../main/devices/licence-text.ts'
import { at, head, row, timeEach, verdict } from './measure.ts'
import { recordOf } from './people.ts'
import type { Bench } from './shop.ts'

export const scannedNumber = (at_: number): string => `T${String(64_000_000 + at_)}`
const textOf = (at_: number): string => licenceText({ number: scannedNumber(at_), family: 'SCANNED', first: `PERSON${at_}` })

/** People who can be scanned, known by card and by licence, among all the others. */
export async function addScannable({ app, call, rid, newId }: Bench, count: number): Promise<void> {
  for (let each = 0; each < count; each++) {
    const outcome = await call('devices/scanned', { requestId: rid(), text: textOf(each), symbology: null, source: 'wedge', screen: 'sell', customerId: null })
    if (outcome.kind !== 'licence-new') continue
    const id = newId() as CustomerId
    const person = recordOf({ first: 'Person', last: `Scanned${each}`, phone: `+1514${2_000_000 + each}`, email: '', city: 'Laval' }, id)
    inTransaction(app.core.db, () => {
      insertCustomer(app.core.db, { ...person, licence: { number: scannedNumber(each), region: 'VA', country: 'US', expiresOn: outcome.person.licence.expiresOn, source: 'scanned' } })
      run(app.core.db, sql`INSERT INTO document_keys (customer_id, key, at) VALUES (${id}, ${outcome.person.documentKey}, '2026-01-01T00:00:00.000Z')`)
    })
    await call('loyalty/assign-card', { requestId: rid(), code: cardOf(each), customerId: id, takeUnknown: true })
  }
}
export const cardOf = (at_: number): string => `LOY${String(1_000_000 + at_)}`

const idRow = z.object({ id: z.string() })
/** The plain alternative: look through the numbers on file for one that is written alike. */
const like = (db: ReadableDB, number: string) => all(db, idRow, sql`SELECT customer_id AS id FROM identity_documents WHERE replace(replace(number, '-', ''), ' ', '') LIKE ${`%${number}%`}`)

/** Scan to customer on the cart, through the door, beside finding the same person by name and attaching them, and beside looking through the numbers. */
export async function benchScan(bench: Bench, rounds: number): Promise<void> {
  const { app, call, rid } = bench
  await addScannable(bench, rounds)
  const total = app.core.db.prepare('SELECT count(*) FROM customers').pluck().get() as number
  for (let each = 0; each < total - rounds; each += 1) if (each % 10 === 0) number(bench, each)
  const every = Array.from({ length: rounds }, (_, each) => each)
  const scan = (text: string) => call('devices/scanned', { requestId: rid(), text, symbology: null, source: 'wedge', screen: 'sell', customerId: null })
  const byName = async (each: number) => {
    const { rows } = await call('customers/find', { text: `Person Scanned${each}`, scope: 'picker', most: 20, after: null, inactive: false })
    return call('sales/attach-customer', { requestId: rid(), customerId: rows[0]!.id })
  }
  await timeEach(every.slice(0, 20), (each) => scan(textOf(each)))
  const shape = await timeEach(every, (each) => classify(textOf(each)))
  const licence = await timeEach(every, (each) => scan(textOf(each)))
  const card = await timeEach(every, (each) => scan(cardOf(each)))
  const named = await timeEach(every, byName)
  const looked = await timeEach(every.slice(0, 60), (each) => like(app.core.db, scannedNumber(each)))
  console.log(head(`Scan to customer on the cart, through the door, among ${total.toLocaleString('en')} customers`))
  console.log([row('told apart and read (a licence)', shape), row('a licence finds and attaches', licence), row('a loyalty card finds and attaches', card), row('the same by name: find, then attach', named), row("LIKE '%…%' over the numbers on file", looked)].join('\n'))
  // A licence commits twice, the age it proved and the customer; by name it is once.
  for (const share of [0.5, 0.95]) {
    const times = at(licence, share) / at(named, share)
    console.log(verdict(`a licence, times the way by name at p${share * 100}, wanted 2 at most`, times, times <= 2))
  }
}

/** A document on file for one in ten of the others. */
function number({ app }: Bench, each: number): void {
  run(app.core.db, sql`INSERT OR IGNORE INTO identity_documents (customer_id, number, number_key, region, source, updated_at)
    SELECT id, ${`D${each}`}, ${`D${each}`}, 'VA', 'typed', '2026-01-01T00:00:00.000Z' FROM customers WHERE seq = ${each + 1}`)
}
