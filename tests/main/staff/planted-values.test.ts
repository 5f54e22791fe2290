import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handlersFor, type Input } from '../../../src/main/handlers.ts'
import type { Door } from '../../../src/main/input.ts'
import { rightNames, type Answer } from '../../../src/main/staff/staff.ts'
import type { CustomerId, FieldSight, PlainDate, Right } from '../../../src/main/vocabulary.ts'
import { fitting } from '../hostile-input.ts'
import { stocked, type Stocked } from '../sales/stocked.ts'
import { byOwner } from './role-drafts.ts'

// A role that sees nothing, and may do everything, is handed nothing: whichever door it asks, with whatever it can make up.

const hidden: FieldSight = {
  phone: 'hidden', email: 'hidden', address: 'hidden', birthDate: 'hidden', notes: 'hidden', attributes: 'hidden', taxId: 'hidden', document: 'hidden', medical: 'hidden', balance: 'hidden', photo: 'hidden',
}
const yes = Object.fromEntries(rightNames.map((right) => [right, 'yes'])) as Record<Right, Answer>
const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const draft: Input<'customers/create'>['draft'] = {
  type: 'personal', firstName: 'Ana', lastName: 'Ruiz', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: 'TX9137264', birthDate: '1971-08-19' as PlainDate, language: null,
  customerTypeId: null, groupId: null, tags: [], notes: 'Quince marmalade debt', phones: [{ typed: '(514) 555-7391', kind: 'mobile' }, { typed: '(450) 555-6284', kind: 'home' }],
  emails: [{ address: 'plantedone@quokka.ca', kind: 'home' }, { address: 'plantedtwo@wombat.ca', kind: 'work' }],
  addresses: [{ label: 'Home', address1: '9173 Wisteria Lane', address2: 'Loft Kumquat', city: 'Zanzibarville', region: 'QC', postcode: 'H7K 9Z3', country: 'CA' }],
  licence: { number: 'R9482-730165-44', region: 'QC', country: 'CA', expiresOn: null, source: 'typed' }, medical: null, extras: [{ name: 'Shoe', value: 'Fortyfourandahalf' }],
  registrationNo: 'REG5528190', taxCertificate: 'CERT7719035', contacts: [{ name: 'Bob', role: 'Buyer', typed: '(819) 555-4470', email: 'plantedfour@numbat.ca', mayBuy: false }],
}
/** As stored, as shown, and as a link carries them. */
const planted = [
  'TX9137264', '1971-08-19', 'Quince marmalade', '555-7391', '5555557391'.slice(4), '15145557391', '555-6284', '14505556284', 'plantedone', 'quokka', 'plantedtwo', 'wombat', '9173 Wisteria', 'Wisteria',
  'Kumquat', 'Zanzibarville', 'H7K 9Z3', '730165', 'Fortyfourandahalf', 'REG5528190', 'CERT7719035', '555-4470', '18195554470', 'plantedfour', 'numbat', photo.slice(0, 60),
].filter((value) => value.length > 5)

const doorsOf = (app: Stocked): [string, Door<unknown, unknown>][] => Object.entries(handlersFor(app.core)) as unknown as [string, Door<unknown, unknown>][]
/** Files come as base64 or as text: both are looked into. */
const inside = (reply: unknown): string => {
  const text = JSON.stringify(reply) ?? ''
  const coded = [...text.matchAll(/"([A-Za-z0-9+/]{40,}={0,2})"/g)].map(([, code]) => Buffer.from(code ?? '', 'base64').toString('latin1'))
  return [text, ...coded].join('\n')
}
const idsIn = ({ core: { db }, staff }: Stocked, ana: CustomerId): string[] =>
  [ana, ana, ana, 'till-1', ...Object.values(staff), ...['sales', 'items', 'loyalty_accounts', 'customer_groups'].flatMap((table) => db.prepare(`SELECT id FROM ${table} LIMIT 4`).pluck().all() as string[])]

/** Ana is on file with everything there is to plant, has bought, waits in the queue, and has a change of everything in the audit. */
async function planting(): Promise<Stocked & { ana: CustomerId }> {
  const app = await stocked()
  await app.signIn('owner')
  const { id: ana } = await app.ask('customers/create', { requestId: app.rid(), draft, consents: [{ channel: 'sms', allowed: true }, { channel: 'email', allowed: true }], source: 'till', addToCart: false })
  await app.ask('customers/save-photo', { requestId: app.rid(), id: ana, photo: { mediaType: 'image/png', base64: photo } })
  const { version } = await app.ask('customers/get', { id: ana })
  await app.ask('customers/update', { requestId: app.rid(), id: ana, version, changes: { notes: `${draft.notes}!`, phones: [...draft.phones].toReversed(), emails: [...draft.emails].toReversed(), birthDate: '1971-08-18' as PlainDate }, keepConsent: { sms: true, email: true }, consents: [] })
  await app.ask('customers/update', { requestId: app.rid(), id: ana, version: version + 1, changes: { birthDate: draft.birthDate }, keepConsent: {}, consents: [] })
  await app.add(app.items.bread)
  await app.attach(ana)
  await app.payAll('card')
  await app.add(app.items.coffee)
  await app.attach(ana)
  await app.ask('sales/park', { requestId: app.rid(), label: 'Ana', note: '', dueAt: null })
  await app.add(app.items.filter)
  await app.attach(ana)
  return { ...app, ana }
}

const leave = new Set(['staff/sign-out', 'staff/lock', 'staff/sign-in', 'shop/set-up', 'staff/save-role', 'staff/save', 'staff/set-pin', 'staff/change-my-pin', 'staff/set-pin-days', 'staff/remove-role'])
const seed = Number(process.env['SEED'] ?? 11)

test('a role that sees nothing finds none of what was planted in any answer of any door', async () => {
  const app = await planting()
  await byOwner(app, 'cashier', { rights: yes, fields: hidden })
  const seen: string[] = []
  const look = async (name: string, input: unknown) => {
    const text = inside(await app.reply(name, input))
    seen.push(...planted.filter((value) => text.includes(value) && !(JSON.stringify(input) ?? '').includes(value)).map((value) => `${name} ${JSON.stringify(input)?.slice(0, 200)} shows ${value}`))
  }
  for (const text of ['Ana', 'Ruiz', '5145557391', '7391', 'plantedone', 'Wisteria', 'POS-000001']) {
    for (const scope of ['picker', 'all'] as const) await look('customers/find', { text, scope, most: 10, after: null, inactive: true })
    for (const scope of ['any', 'name-or-mobile'] as const) await look('customers/search', { text, scope, most: 10, inactive: true })
  }
  for (const way of ['whatsapp', 'email', 'call', 'waze', 'google-maps', 'contact-file'] as const) await look('customers/reach', { customerId: app.ana, way, addressAt: 0 })
  const ids = idsIn(app, app.ana)
  for (const [name, { shape }] of doorsOf(app)) {
    if (leave.has(name)) continue
    for (const input of fc.sample(fitting(shape as never, ids), { numRuns: Number(process.env['RUNS'] ?? 12), seed })) await look(name, input)
  }
  expect([...new Set(seen)]).toEqual([])
}, 120_000)
