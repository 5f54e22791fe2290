import { expect, test } from 'vitest'
import { compare, nameLikeness, similarity, type Comparable } from '../../../src/main/customers/duplicates.ts'
import type { PlainDate } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

const nobody: Comparable = { firstName: '', lastName: '', nickname: '', company: '', birthDate: null, phones: [], emails: [], licence: '' }
const named = (firstName: string, lastName: string, nickname = ''): Comparable => ({ ...nobody, firstName, lastName, nickname })
const day = '1990-04-03' as PlainDate

test.each([
  [['Robert', 'Smith'], ['Bob', 'Smith']], [['José', 'Ruiz'], ['Pepe', 'Ruiz']], [['Guillaume', 'Roy'], ['William', 'Roy']], [['Ana', 'Ruiz'],
    ['Ruiz', 'Ana']], [['Ana', 'Ruiz'], ['Ana', 'Ruiz García']],
  [['Jon', 'Smith'], ['John', 'Smith']], [['Ana', 'Ruíz'], ['ANA', 'RUIZ']], [['Catherine', 'Tremblay'], ['Katherine', 'Trembley']], [['Łukasz',
    'Groß'], ['Lukasz', 'Gross']],
])('%s and %s are alike', ([a = '', b = ''], [c = '', d = '']) => {
  expect(nameLikeness(named(a, b), named(c, d))).toBeGreaterThanOrEqual(0.88)
})

test.each([[['Ana', 'Ruiz'], ['Ana', 'Roy']], [['Ana', 'Ruiz'], ['Luis', 'Ruiz']], [['Mary', 'Smith'], ['Mark', 'Jones']], [['Léa', 'Côté'], ['Zoé',
  'Côté']]])('%s and %s are two people', ([a = '', b = ''], [c = '', d = '']) => {
  expect(nameLikeness(named(a, b), named(c, d))).toBeLessThan(0.88)
})

test('the surest reason comes first, and several make it surer', () => {
  const one = { ...named('Ana', 'Ruiz'), phones: ['+15145550142'], emails: ['ana@x.ca'], birthDate: day, licence: 'R1234' }
  expect(compare(one, one).why).toEqual(['licence', 'name-and-birth-date', 'email', 'phone'])
  expect(compare(one, { ...nobody, phones: ['+15145550142'] })).toEqual({ score: 80, why: ['phone'] })
  expect(compare(one, { ...named('Luis', 'Roy'), phones: ['+15145550142'] }).score).toBe(50)
  expect(compare(named('Ana', 'Ruiz'), named('Ana', 'Ruiz')).why).toEqual(['name'])
  expect(compare({ ...named('Ana', 'Ruiz'), birthDate: day }, { ...named('Ana', 'Ruiz'), birthDate: '1991-04-03' as PlainDate })).toEqual({ score: 0,
    why: [] })
  expect(compare(nobody, nobody)).toEqual({ score: 0, why: [] })
})

test('Jaro-Winkler gives the values of its authors', () => {
  expect([similarity('martha', 'marhta'), similarity('dwayne', 'duane'), similarity('dixon',
    'dicksonx')].map((value) => Number(value.toFixed(4)))).toEqual([0.9611, 0.84, 0.8133])
  expect([similarity('', ''), similarity('a', ''), similarity('abc', 'xyz')]).toEqual([1, 0, 0])
})

test('lookalikes are found while typing, whoever is edited is left out, and a licence number finds its owner', async () => {
  const app = await freshApp()
  const create = (draft: object) => app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...draft }, consents: [],
    source: 'till', addToCart: false })
  const bob = await create({ firstName: 'Robert', lastName: 'Smith', birthDate: day, phones: [{ typed: '514 555 0142', kind: 'mobile' }],
    emails: [{ address: 'Bob@Example.com', kind: 'home' }], licence: { number: 'S123-456-7', region: 'QC', country: 'CA', expiresOn: null,
      source: 'typed' } })
  await create({ firstName: 'Someone', lastName: 'Else', birthDate: day })
  const asked = { name: '', phone: '', email: '', birthDate: null, exceptId: null }
  const why = async (question: object) => (await app.ask('customers/lookalikes', { ...asked, ...question })).map((row) => [row.id, row.why])
  expect(await why({ phone: '+1 (514) 555-0142' })).toEqual([[bob.id, ['phone']]])
  expect(await why({ email: 'bob@example.COM ' })).toEqual([[bob.id, ['email']]])
  expect(await why({ name: 'Bob Smith', birthDate: day })).toEqual([[bob.id, ['name-and-birth-date']]])
  expect(await why({ name: 'Smith, Bobby' })).toEqual([[bob.id, ['name']]])
  expect(await why({ licence: 's123 4567' })).toEqual([[bob.id, ['licence']]])
  expect(await why({ name: 'Bob Smith', phone: '5145550142', exceptId: bob.id })).toEqual([])
  expect(await why({ name: '"*()', phone: '""', email: '@' })).toEqual([])
})
