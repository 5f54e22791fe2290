import type { Language } from '../vocabulary.ts'
import { demoCities, demoFirms, demoNames, demoStreets } from './demo-names.ts'
import type { Random } from './demo-random.ts'

export type DemoPerson = {
  readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string; readonly language: Language
  readonly birthDate: string | null; readonly phone: string; readonly secondPhone: string; readonly email: string
  readonly address: { readonly street: string; readonly city: string; readonly region: string; readonly postcode: string } | null
  readonly wholesale: boolean; readonly group: 'default' | 'vip' | 'neighbours'; readonly sms: boolean; readonly emails: boolean; readonly note: string; readonly tags: readonly string[]
  /** How long before now they became a customer, in days. */
  readonly daysAgo: number
}

const areaCodes = ['514', '438', '450', '819', '613', '416'] as const
const demoNotes = ['Likes the dark roast.', 'Préfère le comptoir du fond.', 'Pide siempre sin azúcar.', 'Allergic to hazelnuts.', 'Vient le samedi matin.', 'Grinds at home.'] as const
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '')
const two = (part: number): string => String(part).padStart(2, '0')

/** Made-up customers, the oldest first: names of three languages, numbers of the unassigned 555 exchange, addresses of example domains. */
export function demoPeople(random: Random, count: number, thisYear: number): DemoPerson[] {
  const people = Array.from({ length: count }, (_, at) => demoPerson(random, at, thisYear))
  return people.sort((a, b) => b.daysAgo - a.daysAgo)
}

function demoPerson(random: Random, at: number, thisYear: number): DemoPerson {
  const language = random.weighted<Language>([['fr', 45], ['en', 38], ['es', 17]])
  const wholesale = random.chance(0.05)
  const names = demoNames[language]
  const firstName = random.pick(names.first)
  const lastName = language === 'es' && random.chance(0.4) ? `${random.pick(names.last)} ${random.pick(names.last)}` : random.pick(names.last)
  const phone = random.chance(0.9) ? `${areaCodes[at % areaCodes.length]} 555-${String(Math.floor(at / areaCodes.length) * 7 % 10_000).padStart(4, '0')}` : ''
  const email = phone === '' || random.chance(0.62) ? `${plain(firstName)}.${plain(lastName)}${at}@example.${random.pick(['com', 'org', 'net'])}` : ''
  return {
    firstName, lastName, language, phone, email, wholesale, nickname: random.chance(0.08) ? firstName.slice(0, 3) : '', company: wholesale ? random.pick(demoFirms[language]) : '',
    birthDate: random.chance(0.7) ? `${thisYear - 17 - random.below(70)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}` : null,
    secondPhone: random.chance(0.12) ? `${random.pick(areaCodes)} 556-${String(at % 10_000).padStart(4, '0')}` : '', address: random.chance(0.5) ? demoAddress(random) : null,
    group: random.weighted([['default', 80], ['vip', 6], ['neighbours', 14]]), sms: phone !== '' && random.chance(0.45), emails: email !== '' && random.chance(0.5),
    note: random.chance(0.06) ? random.pick(demoNotes) : '', tags: random.chance(0.1) ? [random.pick(['Newsletter', 'Delivery', 'Events', 'Allergies'])] : [],
    daysAgo: 1 + Math.floor(random.next() ** 0.7 * 900),
  }
}

function demoAddress(random: Random): NonNullable<DemoPerson['address']> {
  const [city, region, start] = random.pick(demoCities)
  const letter = () => random.pick(Array.from('ABCEGHJKLMNPRSTVWXYZ'))
  return { street: `${1 + random.below(9_800)} ${random.pick(demoStreets)}`, city, region, postcode: `${start}${letter()} ${random.below(10)}${letter()}${random.below(10)}` }
}
