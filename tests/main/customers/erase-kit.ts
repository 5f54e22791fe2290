import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { Input } from '../../../src/main/handlers.ts'
import type { AttributeId, CustomerId, LineId, PlainDate } from '../../../src/main/vocabulary.ts'
import { loyaltyShop, ticket, type LoyaltyShop } from '../loyalty/shop.ts'
import { emptyDraft } from './people.ts'

/** Forty words that are one person's alone; each is put into another place of the shop. */
export const planted = {
  first: 'Zoltanika', last: 'Quebrantahuesos', nickname: 'Zolka77', company: 'Quebranta Imports', industry: 'Falconry-Zk', jobTitle: 'Chief Zkfalconer', website: 'https://zolka-falcons.example', phone: '+15145557301',
  phoneTyped: '(438) 555-7302', email: 'zoltanika.q@zolkamail.example', email2: 'zq.second@zolkamail.example', street: '7731 Rue Zolkova', suite: 'Suite Zk-19', city: 'Zolkaville-sur-Lac', postcode: 'Z9K 7Q1',
  label: 'Zolka-chalet', birth: '1931-07-29', tag: 'zk-rare-tag', notes: 'Zolka keeps nineteen falcons', taxId: 'ZKTAX-99231', registration: 'ZKREG-55120', certificate: 'ZKCERT-44310',
  licence: 'Z7731-93107-29', medical: 'ZKMED-77310', attribute: 'ZkShoe-47', extra: 'Zk-extra-9182', contactName: 'Zkarina Contacta', contactEmail: 'zkarina@zolkamail.example', photo: 'ZK-PHOTO-BYTES-ZK',
  cartNote: 'Zk gift for aunt', lineNote: 'Zk engraving line', parkedLabel: 'Zk queue label', refundReason: 'Zk torn wing', pointsNote: 'Zk goodwill words', cardReason: 'Zk lost card words', household: 'Zk household nest',
  question: 'Zk first falcon?', wording: 'Zk consent over the phone', exportReason: 'Zk export reason', draft: 'Zk half typed draft', auditNote: 'Zk discount words',
  doorName: 'Zk neighbour Zebulon', doorStreet: '19 Zkdelivery Lane', doorNote: 'Zk leave it by the urn',
} as const

const longTexts = Object.values(planted)
/** How a word may lie in a file: as bytes of UTF-8 or UTF-16, in any case, and a number without its signs. */
function shapesOf(word: string): Buffer[] {
  const digits = word.replaceAll(/\D/g, '')
  const words = [word, word.toLowerCase(), word.toUpperCase(), ...(digits.length >= 7 && /^[\d+() -]+$/.test(word) ? [digits, digits.slice(-10)] : [])]
  return [...new Set(words)].flatMap((each) => [Buffer.from(each), Buffer.from(each, 'utf16le'), Buffer.from(each, 'base64url').length > 0 ? Buffer.from(Buffer.from(each).toString('base64').replaceAll('=', '').slice(1, -2)) : Buffer.from(each)])
}

const unpackers = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync]
/** A blob that begins like a packed one is looked into as well. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(Buffer.from([0x1f, 0x8b])); at >= 0 && found.length < 50; at = bytes.indexOf(Buffer.from([0x1f, 0x8b]), at + 1)) {
    for (const unpack of unpackers) try { found.push(unpack(bytes.subarray(at))) } catch { /* not packed */ }
  }
  return found
}

export const filesIn = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
  const file = path.join(folder, name)
  return statSync(file).isDirectory() ? filesIn(file) : [file]
})

/** Which of these words are in which file of the folder, byte by byte. */
export function wordsLeft(folder: string, words: readonly string[] = longTexts): string[] {
  return filesIn(folder).flatMap((file) => {
    const bytes = readFileSync(file)
    const all = [bytes, ...unpacked(bytes)]
    return words.filter((word) => shapesOf(word).some((shape) => all.some((each) => each.includes(shape)))).map((word) => `${path.basename(file)}: ${word}`)
  })
}
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

type Draft = Input<'customers/create'>['draft']
const zolka = (attributeId: AttributeId): Draft => ({
  ...emptyDraft, firstName: planted.first, lastName: planted.last, nickname: planted.nickname, company: planted.company, industry: planted.industry, jobTitle: planted.jobTitle, website: planted.website,
  taxId: planted.taxId, birthDate: planted.birth as PlainDate, tags: [planted.tag], notes: planted.notes, phones: [{ typed: planted.phone, kind: 'mobile' }, { typed: planted.phoneTyped, kind: 'home' }],
  emails: [{ address: planted.email, kind: 'home' }, { address: planted.email2, kind: 'work' }],
  addresses: [{ label: planted.label, address1: planted.street, address2: planted.suite, city: planted.city, region: 'QC', postcode: planted.postcode, country: 'CA' }],
  licence: { number: planted.licence, region: 'QC', country: 'CA', expiresOn: null, source: 'typed' }, medical: { number: planted.medical, expiresOn: null },
  extras: [{ name: 'Pager', value: planted.extra }], registrationNo: planted.registration, taxExempt: true, taxCertificate: planted.certificate,
  contacts: [{ name: planted.contactName, role: 'aunt', typed: '', email: planted.contactEmail, mayBuy: true }], attributes: [{ id: attributeId, value: planted.attribute }],
})

type Ask = LoyaltyShop['ask']
/** Asks, and where a manager's PIN is needed has Marc give it. */
export const withPin = (shop: LoyaltyShop): Ask => async (name, input) => {
  try {
    return await shop.ask(name, input)
  } catch (error) {
    const { code, facts } = error as { code?: string; facts?: { right: Parameters<typeof ticket>[1]; target: string } }
    if (code !== 'needs-approval' || !facts) throw error
    return shop.ask(name, { ...(input as object), requestId: shop.rid(), approvalId: await ticket(shop, facts.right, facts.target) } as never)
  }
}

/** A shop in which one person has left a trace in every room; the owner is signed in. */
export async function shopWithZolka() {
  const shop = await loyaltyShop({ households: { on: true } } as never)
  await shop.signIn('owner')
  const { id: attributeId } = await shop.ask('customers/save-attribute', {
    requestId: shop.rid(), id: null, convert: false, attribute: { name: 'Shoe', kind: 'text', choices: [], seenBy: 'everyone', searchable: true, inExport: true, active: true },
  } as Input<'customers/save-attribute'>)
  const others: CustomerId[] = []
  for (let at = 0; at < 60; at++) others.push(await shop.customer(`Neighbour${at}`, { lastName: 'Plain', phones: [{ typed: `+1514555${String(2000 + at)}`, kind: 'mobile' }] }))
  const { id } = await shop.ask('customers/create', { requestId: shop.rid(), draft: zolka(attributeId), consents: [{ channel: 'sms', allowed: true }, { channel: 'email', allowed: true }], source: 'till', addToCart: false })
  await shop.ask('loyalty/join', { requestId: shop.rid(), customerId: id })
  await shop.ask('customers/save-photo', { requestId: shop.rid(), id, photo: { mediaType: 'image/png', base64: Buffer.from(planted.photo).toString('base64') } })
  const { version } = await shop.ask('customers/get', { id })
  await shop.ask('customers/update', { requestId: shop.rid(), id, version, changes: { notes: `${planted.notes} and more` }, keepConsent: {}, consents: [] })
  await shop.ask('messaging/save-subscriptions', { requestId: shop.rid(), customerId: id, given: 'by-phone', note: planted.wording, changes: [{ channel: 'email', type: 'marketing', allowed: false }] } as Input<'messaging/save-subscriptions'>)
  await shop.ask('customers/keep-draft', { form: `edit-${id}`, body: JSON.stringify({ notes: planted.draft, id }) })
  await points(shop, id, others[0]!)
  await sales(shop, id)
  return { shop, id, others }
}

async function points(shop: LoyaltyShop, id: CustomerId, other: CustomerId): Promise<void> {
  await withPin(shop)('loyalty/adjust-points', {
    requestId: shop.rid(), customerId: id, direction: 'add', points: 240, reason: 'other', note: planted.pointsNote, saleId: null, countsForTier: false, expires: 'never',
    approvalId: null, secondApprovalId: null,
  })
  await withPin(shop)('loyalty/assign-card', { requestId: shop.rid(), code: 'OLD-1', customerId: id, takeUnknown: true })
  await withPin(shop)('loyalty/block-card', { requestId: shop.rid(), code: 'OLD-1', reason: planted.cardReason })
  await withPin(shop)('loyalty/assign-card', { requestId: shop.rid(), code: 'OLD-2', customerId: id, takeUnknown: true })
  await withPin(shop)('loyalty/set-security', { requestId: shop.rid(), customerId: id, question: planted.question, answer: 'kestrel one', approvalId: null })
  await withPin(shop)('loyalty/join', { requestId: shop.rid(), customerId: other })
  await withPin(shop)('loyalty/household-add', { requestId: shop.rid(), customerId: id, joinerId: other, role: 'spender', capPoints: null, name: planted.household, cards: [], approvalId: null })
  await withPin(shop)('loyalty/household-leave', { requestId: shop.rid(), customerId: other, cards: [], approvalId: null })
}

async function sales(shop: LoyaltyShop, id: CustomerId): Promise<void> {
  await shop.fill(id, { coffee: 2, tool: 1 })
  const cart = (await shop.cart())!
  await withPin(shop)('sales/note-cart', { requestId: shop.rid(), note: planted.cartNote })
  await withPin(shop)('sales/note-line', { requestId: shop.rid(), lineId: cart.lines[0]!.id as LineId, note: planted.lineNote })
  await withPin(shop)('sales/plan-delivery', {
    requestId: shop.rid(), name: planted.doorName, phone: planted.phoneTyped, day: null, time: '', note: planted.doorNote, feeCents: 0 as never,
    to: { kind: 'typed', place: { address1: planted.doorStreet, address2: '', city: planted.city, region: '', postcode: planted.postcode, country: 'CA' } },
  })
  const saleId = await shop.pay()
  const sale = await withPin(shop)('sales/get', { saleId })
  await withPin(shop)('sales/refund', { requestId: shop.rid(), saleId, lines: [{ lineId: sale.lines[1]!.id, quantityMilli: sale.lines[1]!.quantityMilli }], kind: 'card', reference: 'ref', reason: planted.refundReason, approvalId: null })
  await shop.fill(id, { filter: 1 })
  await withPin(shop)('sales/park', { requestId: shop.rid(), label: planted.parkedLabel, note: planted.auditNote, dueAt: null })
  await withPin(shop)('customers/reveal', { id, field: 'licence', reason: planted.exportReason, approvalId: null } as never)
}

/** Ten seconds pass and everything that is due is done, down to the sweeping. */
export async function erased(shop: LoyaltyShop): Promise<void> {
  shop.clock.skip(11_000)
  shop.runDue()
  for (let tries = 0; tries < 400; tries++) {
    const open = shop.core.db.prepare("SELECT count(*) FROM erasures WHERE state IN ('waiting', 'erasing', 'sweeping')").pluck().get()
    if (open === 0) return
    await new Promise((done) => setTimeout(done, 25))
    if (tries % 40 === 39) shop.runDue()
  }
  throw new Error('still erasing')
}
export { ticket }

/** In which columns of the open file these words stand: for whoever looks for the hole. */
export function columnsHolding(shop: LoyaltyShop, words: readonly string[]): string[] {
  const tables = shop.core.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'").pluck().all() as string[]
  return tables.flatMap((table) => (shop.core.db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).flatMap((row) =>
    Object.entries(row).filter(([, value]) => words.some((word) => String(value).includes(word))).map(([column]) => `${table}.${column}`)))
}
