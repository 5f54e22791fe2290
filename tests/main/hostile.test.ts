import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../src/main/core.ts'
import { handlersFor } from '../../src/main/handlers.ts'
import { answer } from '../../src/main/hosts/wire.ts'
import type { Door } from '../../src/main/input.ts'
import { freshApp } from '../harness/app.ts'
import { fitting, poison, poisonTexts, spoilt } from './hostile-input.ts'

type App = Awaited<ReturnType<typeof freshApp>>
type Call = { readonly name: string; readonly input: unknown }
const calls = 10_000
/** A refused try leaves its trace on purpose: wrong PINs are counted, and written down. */
const traces = new Set(['audit', 'pin_tries'])
const leaveTill = new Set(['staff/sign-out', 'staff/lock'])

const doorsOf = (app: App): [string, Door<unknown, unknown>][] => Object.entries(handlersFor(app.core)) as unknown as [string, Door<unknown, unknown>][]
const changesOf = ({ core }: App): number => core.db.prepare('SELECT total_changes()').pluck().get() as number

/** Every row of every table, as one line for each table. */
function digest({ core: { db } }: App): Map<string, string> {
  const tables = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name <> 'sqlite_sequence'").pluck().all() as string[]
  return new Map(tables.map((name) => [name, createHash('sha256').update(JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all())).digest('base64')]))
}

function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, hash]) => before.get(name) !== hash && !traces.has(name)).map(([name]) => name)
}

/** Ids that exist, so that hostile calls also get past the first look-up. */
function idsIn({ core: { db }, staff }: App): string[] {
  const read = (table: string) => db.prepare(`SELECT id FROM ${table} LIMIT 5`).pluck().all() as string[]
  return ['till-1', ...Object.values(staff), ...['customers', 'items', 'sales', 'sale_lines', 'tax_rates', 'tax_classes', 'import_batches', 'categories'].flatMap(read)]
}

async function seeded(): Promise<App> {
  const app = await freshApp()
  await app.signIn('owner')
  const fit = (name: string) => fitting(doorsOf(app).find(([each]) => each === name)?.[1].shape as never, idsIn(app))
  for (const name of ['items/save', 'items/save-category', 'customers/create', 'sales/add-item', 'sales/add-item', 'sales/park', 'imports/begin', 'sales/add-item'])
    for (const input of fc.sample(fit(name), { numRuns: 30, seed: 7 })) await app.reply(name, input)
  return app
}

const hostileCalls = (app: App): fc.Arbitrary<Call> => {
  const ids = idsIn(app)
  const doors = doorsOf(app).map(([name, { shape }]) => {
    const right = fitting(shape, ids)
    const input = fc.oneof({ weight: 2, arbitrary: right }, { weight: 5, arbitrary: spoilt(right) }, { weight: 3, arbitrary: poison })
    return input.map((given): Call => ({ name, input: given }))
  })
  const noDoor = fc.tuple(fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'sales/', ...poisonTexts.slice(0, 9)), poison).map(([name, input]): Call => ({ name, input }))
  return fc.oneof(...doors, noDoor)
}

/** Past the PIN, which hostile calls may have locked or changed. */
function backAtTheTill({ core, staff }: App): void {
  core.db.prepare('INSERT OR REPLACE INTO sessions (register_id, staff_id, signed_in_at, locked) VALUES (?, ?, ?, 0)').run('till-1', staff.owner, core.now())
}

/** What is wrong with how the door took this call, or null. */
async function misdeed(app: App, { name, input }: Call): Promise<string | null> {
  const before = changesOf(app)
  const reply: Reply = await app.reply(name, input)
  if (reply.ok && leaveTill.has(name)) backAtTheTill(app)
  if (reply.ok) return null
  if (reply.code === 'bug') return `${name} answered "bug": ${String(app.bugs.at(-1))}`
  if (reply.code === 'not-signed-in' || reply.code === 'locked') backAtTheTill(app)
  if (changesOf(app) === before) return null
  if (['bad-input', 'unknown-door', 'too-large'].includes(reply.code)) return `${name} refused with ${reply.code} and wrote`
  const seen = digest(app) // something was written and, it should be, taken back: looked at once more from close by
  const again = await app.reply(name, input)
  const changed = again.ok ? [] : changedTables(seen, digest(app))
  return changed.length > 0 ? `${name} refused with ${reply.code} and changed ${changed.join()}` : null
}

describe('the door', () => {
  test(`takes ${calls} hostile calls without a crash, a bug or a trace of a refused one`, { timeout: 300_000 }, async () => {
    const app = await seeded()
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
    const found = new Map<string, string>()
    const said = new Map<string, number>()
    for (const call of fc.sample(hostileCalls(app), { numRuns: calls, seed })) {
      const wrong = await misdeed(app, call)
      if (wrong !== null) found.set(wrong, `${wrong}\n  with ${show(call.input)} (seed ${seed})`)
      said.set(call.name, (said.get(call.name) ?? 0) + 1)
    }
    expect([...found.values()].slice(0, 20)).toEqual([])
    expect(said.size, 'every door was called').toBeGreaterThanOrEqual(doorsOf(app).length)
    expect(app.core.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(app.core.db.pragma('foreign_key_check')).toEqual([])
    expect(await app.reply('shop/status', {})).toMatchObject({ ok: true })
  })

  test('takes nothing it did not ask for, at every door', async () => {
    const app = await freshApp()
    for (const [name, { shape }] of doorsOf(app)) for (const input of [{ more: 1 }, [], 'x', 7, true]) expect(shape.safeParse(input).success, `${name} takes ${JSON.stringify(input)}`).toBe(false)
  })

  test('bounds every text, list and number it takes', async () => {
    const app = await freshApp()
    const huge = ['x'.repeat(3_000_000), Array.from({ length: 200_000 }, () => 'x'), 1e300]
    for (const [name, { shape }] of doorsOf(app)) {
      for (const right of fc.sample(fitting(shape, ['id-1']), { numRuns: 5, seed: 3 })) {
        if (typeof right !== 'object' || right === null) continue
        for (const field of Object.keys(right)) for (const value of huge) expect(shape.safeParse({ ...right, [field]: value }).success, `${name}.${field} takes ${typeof value} without bound`).toBe(false)
      }
    }
  })
})

describe('the wire', () => {
  test('answers any text with a refusal and never throws', async () => {
    const bugs: unknown[] = []
    const call = async (name: string): Promise<Reply> => ({ ok: false, code: name === 'bug' ? 'bug' : 'unknown-door', facts: {} })
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json().map((text) => `{"id":1,"name":"a","input":${text}}`), fc.constantFrom(...poisonTexts))
    for (const text of fc.sample(texts, { numRuns: 2_000 })) {
      const { reply } = JSON.parse(await answer(Buffer.from(text), false, { call })) as { reply: Reply }
      if (reply.ok || reply.code === 'bug') bugs.push(text)
    }
    expect(bugs).toEqual([])
  })
})

function show(input: unknown): string {
  try {
    return (JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : typeof value === 'string' ? value.slice(0, 80) : value)) ?? String(input)).slice(0, 600)
  } catch {
    return typeof input
  }
}
