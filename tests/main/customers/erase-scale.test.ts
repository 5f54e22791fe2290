import path from 'node:path'
import { expect, test } from 'vitest'
import { insertCustomer, updateCustomer } from '../../../src/main/customers/customers.sql.ts'
import { readRecord } from '../../../src/main/customers/record.sql.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import type { CustomerId, Instant, RegisterId } from '../../../src/main/vocabulary.ts'
import { chanceFrom, peopleFrom, recordOf } from '../../bench/people.ts'
import { loyaltyShop } from '../loyalty/shop.ts'
import { erased, wordsLeft } from './erase-kit.ts'

// Pages that were split, merged and freed while thousands of people came, changed and went: nobody's bytes may lie on in what is left over.
test('among thousands who came, changed and went, nothing of those who were erased lies in the free space of the file', async () => {
  const shop = await loyaltyShop()
  const { db } = shop.core
  const next = peopleFrom(chanceFrom(5))
  const ids = Array.from({ length: 3_000 }, (_, at) => `p-${String((at * 7919) % 3_000).padStart(4, '0')}` as CustomerId)
  const chosen = new Set(ids.filter((_, at) => at % 150 === 7))
  const marked = (id: CustomerId, turn: number) => ({ notes: `zkx${turn}${id.slice(2)}note`.repeat(3), firstName: `Zkf${id.slice(2)}x${turn}`, lastName: `Zkl${id.slice(2)}x${turn}` })
  inTransaction(db, () => ids.forEach((id) => insertCustomer(db, { ...recordOf(next(), id), ...marked(id, 0) })))
  for (const turn of [1, 2]) {
    inTransaction(db, () => ids.forEach((id, at) => {
      if (at % 3 === turn || chosen.has(id)) updateCustomer(db, { ...readRecord(db, id)!, ...marked(id, turn), ...(at % 2 === 0 ? { website: 'x'.repeat(at % 900) } : {}) }, { at: shop.core.now() as Instant, registerId: 'till-1' as RegisterId, fields: ['notes'] })
    }))
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  await shop.signIn('manager')
  await shop.ask('customers/erase-many', { requestId: shop.rid(), selection: { kind: 'ids', ids: [...chosen] }, approvalId: null })
  await erased(shop)
  const words = [...chosen].flatMap((id) => [0, 1, 2].flatMap((turn) => [`zkx${turn}${id.slice(2)}note`, `Zkf${id.slice(2)}x${turn}`, `Zkl${id.slice(2)}x${turn}`]))
  expect(wordsLeft(path.dirname(shop.file), words)).toEqual([])
  expect(db.prepare("SELECT count(*) FROM customers WHERE status = 'active'").pluck().get()).toBe(3_000 - chosen.size)
}, 90_000)
