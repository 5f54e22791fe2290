import fc from 'fast-check'
import { z } from 'zod'

// Inputs for any door: right ones made from the door's own shape, right ones with one thing spoilt, and plain poison.
type Schema = {
  readonly type?: string; readonly const?: unknown; readonly enum?: readonly unknown[]; readonly pattern?: string; readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly items?: Schema; readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]; readonly minimum?: number; readonly maximum?: number; readonly minItems?: number; readonly maxItems?: number; readonly maxLength?: number
}

export const poisonTexts = [
  '', ' ', '\u0000', '\u0007\u001b[31m', '\ud800', 'a\udfff', '\u202eevil', '\ufeff', "'; DROP TABLE customers; --", '" OR 1=1 --', '%_%', 'NEAR(a b)', '"unclosed', '* ^ AND OR NOT ( )',
  '=cmd|\' /C calc\'!A0', '../../etc/passwd', '<img src=x onerror=alert(1)>', '{{constructor}}', '__proto__', 'NaN', '1e309', '-0', '٣٤٥', '𝒜𝓃𝒶', 'İ', 'ﬁ', 'e\u0301'.repeat(50),
  '9'.repeat(400), '2026-02-30', '9999-99-99', '+', '@', '@@', 'a@', '()()()', '\n\r\t', 'x'.repeat(100_000),
]
const deep = (levels: number): unknown => {
  let value: unknown = 1
  for (let at = 0; at < levels; at++) value = at % 2 ? [value] : { a: value }
  return value
}
const round: { self?: unknown } = {}
round.self = round

export const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...poisonTexts),
  fc.constantFrom<unknown>(
    null, undefined, true, false, 0, -0, -1, 0.1, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e308, 5e-324, 10n, [], {}, [[]], [null], new Date(0), new Date(Number.NaN), new Map([['a', 1]]),
    new Uint8Array(9), Symbol.iterator, () => 1, /x/, round, deep(20_000), Array.from({ length: 50_000 }, (_, at) => at), 'é'.repeat(1_000_000),
    JSON.parse('{"__proto__":{"role":"owner"}}'), JSON.parse('{"constructor":{"prototype":{"a":1}}}'), Object.create(null), Object.freeze({ length: 1e9 }),
  ),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

const texts = fc.oneof(fc.constantFrom('Ana', 'Zoë Ñandú', '514 555 0142', 'a@b.ca', '12', 'x'), fc.string({ maxLength: 30, unit: 'grapheme' }), fc.constantFrom(...poisonTexts))

/** Inputs that this shape should take, as far as its JSON schema tells; where an id is asked for, often one that exists. */
export function fitting(shape: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return from(z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }) as Schema, ids)
}

function from(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((each) => from(each, ids)))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'string') return textLike(schema, ids)
  if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer({ min: Math.max(schema.minimum ?? -1e6, -1e9), max: Math.min(schema.maximum ?? 1e6, 1e9) }), fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 1))
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'array') return fc.array(from(schema.items ?? {}, ids), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) })
  return schema.type === 'object' ? objectLike(schema, ids) : fc.constant(null)
}

function textLike({ pattern, allOf, maxLength }: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const rule = pattern ?? allOf?.find((each) => each.pattern !== undefined)?.pattern
  if (rule === undefined) return maxLength === undefined ? texts : texts.map((text) => text.slice(0, maxLength))
  const fits = fc.stringMatching(new RegExp(rule), { size: 'small' })
  return new RegExp(rule).test(ids[0] ?? '') ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fits }) : fits
}

function objectLike({ properties = {}, required = [] }: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, from(field, ids)]))
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) })
}

type Holder = Record<string, unknown>
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null
const placesIn = (value: unknown, under: readonly string[] = []): string[][] =>
  isHolder(value) ? Object.entries(value).flatMap(([name, inner]) => [[...under, name], ...placesIn(inner, [...under, name])]) : []

/** The same with one thing in it replaced, taken away, or added. */
export const spoilt = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(right, fc.nat(), fc.constantFrom('replace', 'remove', 'add'), poison).map(([value, pick, how, bad]) => {
    const copy: unknown = structuredClone(value)
    const places = placesIn(copy)
    const place = places[pick % Math.max(1, places.length)]
    if (!place || !isHolder(copy)) return bad
    const holder = place.slice(0, -1).reduce<Holder>((at, name) => at[name] as Holder, copy)
    const name = place.at(-1) ?? ''
    if (how === 'replace') holder[name] = bad
    else if (how === 'remove') Reflect.deleteProperty(holder, name)
    else Object.defineProperty(holder, ['__proto__', 'constructor', 'role', 'staffId', 'more'][pick % 5] ?? 'more', { value: bad, enumerable: true, configurable: true })
    return copy
  })
