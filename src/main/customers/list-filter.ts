import { z } from 'zod'
import { centsFromZero, id, plainDate, text, whole } from '../input.ts'
import type { CustomerTypeId, GroupId, TierId } from '../vocabulary.ts'

// The filter of the Customer List as data: it is remembered per person, saved as a smart group, and turned into SQL in one place (list-where.sql.ts).

export type SmartGroupId = string & { readonly __brand: 'SmartGroupId' }
export const smartGroupId = id<SmartGroupId>()
export const attributeId = id<string>()

/** In place of an id: whoever has none. */
export const noneOf = 'none'
const most = 50
const some = <T extends z.ZodType>(shape: T) => z.array(shape).min(1).max(most)
const with_ = z.enum(['with', 'without'])
const days = whole.min(1).max(36_500)
const points = whole.min(-99_999_999).max(99_999_999)

/** A visit: within so many days, none for so many days (or ever), never, or between two days (shop's own calendar, both counted). */
const lastVisit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('within'), days }), z.strictObject({ kind: z.literal('not-for'), days }), z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('between'), from: plainDate.nullable(), to: plainDate.nullable() }),
])
/** What was paid for finished sales less what was given back, in cents; `withinDays` null is ever. Null ends are open. */
const spend = z.strictObject({ from: centsFromZero.nullable(), to: centsFromZero.nullable(), withinDays: days.nullable() })
/** One own field: whether it has a value, holds a text (letters of any case), is one of its choices or a yes, or lies between two numbers or days. */
const attribute = z.discriminatedUnion('kind', [
  z.strictObject({ kind: with_, attributeId }),
  z.strictObject({ kind: z.enum(['holds', 'is']), attributeId, value: text(200) }),
  z.strictObject({ kind: z.literal('between'), attributeId, from: text(40).nullable(), to: text(40).nullable() }),
])

/** What is not in it does not narrow the list. An empty one is everyone that can still be seen: all but merged and erased people. */
export const listFilter = z.strictObject({
  text: z.exactOptional(text(200)),
  type: z.exactOptional(z.enum(['personal', 'business'])),
  customerTypeIds: z.exactOptional(some(id<CustomerTypeId>())),
  groupIds: z.exactOptional(some(id<GroupId>())),
  statuses: z.exactOptional(some(z.enum(['active', 'inactive', 'pending', 'banned']))),
  approval: z.exactOptional(z.enum(['waiting', 'approved', 'denied'])),
  sources: z.exactOptional(some(z.enum(['till', 'instant', 'id-scan', 'contacts', 'import', 'catalog']))),
  mobile: z.exactOptional(with_),
  email: z.exactOptional(with_),
  unsubscribed: z.exactOptional(z.enum(['general', 'marketing', 'all'])),
  member: z.exactOptional(z.enum(['yes', 'no'])),
  tierIds: z.exactOptional(some(id<TierId>())),
  points: z.exactOptional(z.strictObject({ from: points.nullable(), to: points.nullable() })),
  expiringDays: z.exactOptional(days),
  debt: z.exactOptional(z.enum(['owes', 'over-limit', 'overdue'])),
  lastVisit: z.exactOptional(lastVisit),
  spend: z.exactOptional(spend),
  birthdayMonth: z.exactOptional(whole.min(1).max(12)),
  tags: z.exactOptional(some(text(60))),
  attributes: z.exactOptional(z.array(attribute).min(1).max(10)),
  documents: z.exactOptional(z.strictObject({ which: z.enum(['licence', 'medical', 'either']), withinDays: whole.min(0).max(3_650) })),
  duplicate: z.exactOptional(z.literal('yes')),
  smartGroupId: z.exactOptional(smartGroupId),
})
export type ListFilter = z.infer<typeof listFilter>
export type AttributeFilter = z.infer<typeof attribute>
export type FilterName = keyof ListFilter

export const listColumns = [
  'name', 'code', 'type', 'customer-type', 'group', 'mobile', 'phone', 'email', 'city', 'points', 'tier', 'balance', 'last-visit', 'visits', 'spend', 'birthday', 'tags',
  'unsubscribed', 'source', 'status', 'added',
] as const
export type ListColumn = (typeof listColumns)[number]
/** What a person sees who has chosen nothing; the name always stands in front. */
export const firstListColumns: readonly ListColumn[] = ['name', 'type', 'group', 'mobile', 'email', 'points', 'balance', 'last-visit', 'status']
/** Tags have no order among each other. */
export const sortColumns = listColumns.filter((column) => column !== 'tags') as Exclude<ListColumn, 'tags'>[]
export type SortColumn = (typeof sortColumns)[number]
export const listSort = z.strictObject({ column: z.enum(sortColumns), down: z.boolean() })
export type ListSort = z.infer<typeof listSort>
export const firstSort: ListSort = { column: 'name', down: false }
