import { fold } from '../folding.ts'
import { sql, type Sql } from '../store/sql.ts'
import type { AttributeFilter } from './list-filter.ts'

/** The value of one own field of `customers c`, as it is found and filtered by (folded); null where there is none. */
const keyOf = (attributeId: string): Sql => sql`(SELECT a.key FROM customer_attributes a WHERE a.customer_id = c.id AND a.attribute_id = ${attributeId})`
const valueOf = (attributeId: string): Sql => sql`(SELECT a.value FROM customer_attributes a WHERE a.customer_id = c.id AND a.attribute_id = ${attributeId})`
const likeSigns = /[\\%_]/g
const holding = (value: string): string => `%${fold(value).replaceAll(likeSigns, String.raw`\$&`)}%`
const number = /^-?\d+(?:\.\d+)?$/

/** Two numbers compare as numbers, days as text in the order of the calendar. */
function compared(attributeId: string, sign: '>=' | '<=', end: string): Sql {
  const value = valueOf(attributeId)
  const [what, bound] = number.test(end) ? [sql`CAST(${value} AS REAL)`, Number(end)] : [value, end]
  return sign === '>=' ? sql`${what} >= ${bound}` : sql`${what} <= ${bound}`
}

function condition(asked: AttributeFilter): Sql {
  const { attributeId } = asked
  const has = sql`${valueOf(attributeId)} IS NOT NULL`
  if ('value' in asked) return asked.kind === 'is' ? sql`${keyOf(attributeId)} = ${fold(asked.value)}` : sql`${keyOf(attributeId)} LIKE ${holding(asked.value)} ESCAPE '\\'`
  if (!('from' in asked)) return asked.kind === 'with' ? has : sql`NOT (${has})`
  const from = asked.from === null ? has : compared(attributeId, '>=', asked.from)
  return asked.to === null ? from : sql`(${from} AND ${compared(attributeId, '<=', asked.to)})`
}

/** Every one of these conditions on the shop's own fields. */
export const attributeConditions = (asked: readonly AttributeFilter[]): Sql => asked.map(condition).reduce((all, one) => sql`${all} AND (${one})`, sql`1`)
