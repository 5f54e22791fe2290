import type { CustomerDraft } from '../../../src/main/customers/customer.ts'
import type { PlainDate } from '../../../src/main/vocabulary.ts'

/** mulberry32: the same seed, the same people, on every machine. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  return { next, below, pick }
}
export type Dice = ReturnType<typeof dice>

const firstNames = ('Ana María José Luis Juan Carlos Sofía Lucía Martín Diego Valentina Camila Mateo Léa Zoé Chloé Noël André François Geneviève Étienne Hélène Jean-Pierre Marie-Ève Anne-Marie ' +
  'Thomas James Robert Michael William David Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Łukasz Małgorzata Zbigniew Đorđe Şükrü İbrahim Ayşe Søren Bjørn Åsa Jürgen ' +
  'Müge Björk Þóra Oisín Siobhán Nikolaos Γιώργος Μαρία Иван Ольга Наталья محمد فاطمة 伟 芳 太郎 花子 민수 지영 नरेश सीता สมชาย Nguyễn Thảo').split(' ')
const lastNames = ('Ruiz García López Martínez Hernández Sánchez Pérez Gómez Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Bélanger Lévesque Smith Johnson Williams Brown Jones Miller ' +
  'Davis Wilson Anderson Taylor Moore Jackson Martin Thompson White Harris Clark Lewis Walker Hall Young King Wright Scott Green Baker Adams Nelson Hill Campbell Mitchell Roberts Carter Phillips ' +
  "O'Brien O’Connor D'Angelo MacDonald McKenzie Kowalski Wiśniewski Wójcik Łaski Groß Weiß Größler Sørensen Ødegård Æbelø Yılmaz Öztürk Papadopoulos Παπαδόπουλος Иванов Смирнова Петров علي حسن 田中 佐藤 王 김 이 शर्मा " +
  'Saint-Pierre Lefebvre-Dubois García-López').split(' ')
const longSurnames = ['de la Cruz', 'van der Berg', 'von Braun', 'de la Fuente', 'Ruiz García', 'dos Santos', 'Mac Donald', 'St. John',
  'Ortega y Gasset']
const syllables = 'ba be bi bo bu ca ce co da de di do fa fe fi ga ge go ha he hi ka ke ko la le li lo lu ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo za ze zo'.split(' ')
const companies = ['Brûlerie Co', 'Café Soleil', '7-Eleven', 'A&W', 'J.P. Morgan', 'Dépanneur Chez Léo', 'Ødegård & Sønner', '3M', 'Area-51 Games',
  'El Niño S.A.']
const cities = ['Montréal', 'Laval', 'Québec', 'Toronto', 'Ciudad de México', 'San José', 'Trois-Rivières',
  "L'Ancienne-Lorette", 'St. Louis', 'München']
const domains = ['example.com', 'example.ca', 'mail.example.org', 'brulerie.example']

/** A surname nobody else is likely to have: real shops have a long tail. */
const rareName = ({ below, pick }: Dice): string => {
  const name = Array.from({ length: 2 + below(3) }, () => pick(syllables)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
const twoDigits = (number: number): string => String(number).padStart(2, '0')

export function madeUpPhone({ below, pick, next }: Dice): string {
  if (next() < 0.12) return `+33${1 + below(7)}${String(below(100_000_000)).padStart(8, '0')}`
  if (next() < 0.05) return `+4420${String(10_000_000 + below(89_999_999))}`
  return `+1${pick(['514', '438', '450', '416', '212', '305'])}${200 + below(799)}${String(below(10_000)).padStart(4, '0')}`
}

export const emptyDraft: CustomerDraft = {
  type: 'personal', firstName: '', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null,
    language: null,
  customerTypeId: null, groupId: null, tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
}

/** One made-up person: mostly with a phone and an e-mail, sometimes a business, a nickname alone, or a name of several words. */
export function madeUpDraft(roll: Dice): CustomerDraft {
  const { next, below, pick } = roll
  const isBusiness = next() < 0.06
  const lastName = next() < 0.08 ? pick(longSurnames) : next() < 0.35 ? rareName(roll) : pick(lastNames)
  const named = next() < 0.04 ? { nickname: rareName(roll) } : { firstName: pick(firstNames), lastName, nickname: next() < 0.1 ? pick(['Bob', 'Pepe',
    'Zé', 'Mimi', 'Nico', 'Lupita']) : '' }
  const local = `${named.firstName ?? named.nickname}.${lastName}${below(1000)}`.normalize('NFKD').replace(/[^a-zA-Z0-9.]/g, '').toLowerCase()
  return {
    ...emptyDraft, ...named, type: isBusiness ? 'business' : 'personal', company: isBusiness ? pick(companies) : '',
    birthDate: next() < 0.6 ? (`${1940 + below(65)}-${twoDigits(1 + below(12))}-${twoDigits(1 + below(28))}` as PlainDate) : null,
    phones: next() < 0.9 ? [{ typed: madeUpPhone(roll), kind: 'mobile' }] : [],
    emails: next() < 0.85 ? [{ address: `${local || 'x'}@${pick(domains)}`, kind: 'home' }] : [],
    addresses: next() < 0.5 ? [{ label: '', address1: `${1 + below(999)} Rue Principale`, address2: '', city: pick(cities), region: 'QC',
      postcode: 'H2X 1Y4', country: 'CA' }] : [],
    tags: next() < 0.1 ? [pick(['decaf', 'local', 'vip'])] : [],
  }
}
