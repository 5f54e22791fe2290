import type { CustomerRecord } from '../../src/main/customers/customer.ts'
import type { CustomerId, Instant } from '../../src/main/vocabulary.ts'

/** The same numbers for the same seed, from 0 to 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const firstNames = `Ana José Zoë Marie Luc Élise François Noémie Sofía Iñaki Lucía Mateo Olivia Liam Emma Noah Charlotte Amelia Jack Harry Isla Mia Ava Jean Pierre Chloé Inès
  Hugo Léa Jules Camille Raphaël Agnès Benoît Núria Jordi Álvaro Beatriz João Inês Miguel Søren Åse Jürgen Günther Björn Łukasz Zofia Željko Šárka Renée Andrés Carmen Diego Elena
  Pablo Rosa Tomás Valeria Ximena Yolanda Omar Amina Wei Ming Priya Arjun Fatima Yusuf Grace Henry Ruby Oscar Daisy Leo Alice Max Eva Sam Kate Tom Nina Paul Vera`.split(/\s+/)
const starts = 'Ba Be Bo Bra Ca Ce Cla Da De Du Fa Fe Fi Ga Gre Ha He Ho Ja Jo Ka Ke Kra La Le Lo Ma Me Mi Mo Na Ne No Pa Pe Po Qui Ra Re Ro Sa Sche Sil Ste Ta Te Tra Va Ve Vi Wa We Ya Za'.split(' ')
const middles = 'l r n m ll rr nn st nd rt ñ ç gn ss ck v b d t z'.split(' ')
const vowels = 'a e i o u é ó ü ia ie ou'.split(' ')
const ends = 'n s z rez son sen ski ton lle au ard eau ini ez er berg mann dal ova ic'.split(' ')
const cities = 'Montréal Québec Toronto Halifax Winnipeg Vancouver Ottawa Laval Moncton Regina'.split(' ')

type Person = { readonly first: string; readonly last: string; readonly phone: string; readonly email: string; readonly city: string }
const pick = <T>(from: readonly T[], chance: number): T => from[Math.floor(chance * from.length)] as T
/** Common ones are common: the share falls with the rank, as names do. */
const pickSkewed = <T>(from: readonly T[], chance: number): T => pick(from, chance ** 2.2)

/** Made-up people, the same ones for the same seed. */
export function peopleFrom(chance: () => number): () => Person {
  const surnames = [...new Set(Array.from({ length: 14_000 }, () => pick(starts, chance()) + pick(middles, chance()) + pick(vowels, chance()) + pick(middles, chance()) + pick(vowels, chance()) + pick(ends, chance())))]
  return () => {
    const [first, last] = [pickSkewed(firstNames, chance()), pickSkewed(surnames, chance())]
    const number = String(2_000_000 + Math.floor(chance() * 7_999_999))
    const plain = `${first}.${last}`.normalize('NFD').replace(/[^A-Za-z.]/g, '').toLowerCase()
    const email = chance() < 0.85 ? `${plain}${Math.floor(chance() * 1000)}@example.com` : ''
    return { first, last, phone: `+1${pick(['514', '416', '902', '604', '204'], chance())}${number}`, email, city: pick(cities, chance()) }
  }
}

/** As the register keeps it: the same record a till, an import or the demo hands to insertCustomer. */
export const recordOf = ({ first, last, phone, email, city }: Person, id: string): CustomerRecord => ({
  id: id as CustomerId, type: 'personal', firstName: first, lastName: last, nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null,
  customerTypeId: null, groupId: null, tags: [], notes: '', phones: [{ e164: phone, typed: phone, kind: 'mobile' }], emails: email === '' ? [] : [{ address: email, kind: 'home' }],
  addresses: [{ label: '', address1: '', address2: '', city, region: '', postcode: '', country: 'CA' }], licence: null, medical: null, extras: [], source: 'import', importBatchId: null,
  status: 'active', madeAt: '2026-01-01T00:00:00.000Z' as Instant, madeBy: 'system', lastVisitAt: null, visits: 0,
})

/** What is typed at the till, keystroke by keystroke: surnames, first names, "first las", phones, e-mails; most without accents, some with a mistake. */
export function typedFrom(people: readonly Person[], chance: () => number): string[] {
  const bare = (text: string) => (chance() < 0.7 ? text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : text)
  const slip = (text: string) => {
    const at = 1 + Math.floor(chance() * (text.length - 2))
    return text.slice(0, at) + text.slice(at + 1)
  }
  return people.flatMap((person) => {
    const dice = chance()
    const whole = dice < 0.25 ? person.last : dice < 0.42 ? person.first : dice < 0.62 ? `${person.first} ${person.last}` : dice < 0.7 ? `${person.last}, ${person.first}`
      : dice < 0.86 ? person.phone.slice(2) : dice < 0.94 && person.email !== '' ? person.email : slip(person.last)
    const text = bare(whole)
    return Array.from({ length: Math.max(0, Math.min(10, text.length) - 1) }, (_, at) => text.slice(0, at + 2))
  })
}
export type { Person }
