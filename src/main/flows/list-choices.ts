import type { Core } from '../context.ts'
import type { AttributeDefinition } from '../customers/attributes.ts'
import type { CustomerGroup, CustomerType } from '../customers/customer.ts'
import { listGroups, listTypes } from '../customers/groups.sql.ts'
import { listColumns, type FilterName, type ListColumn, type ListFilter, type ListSort } from '../customers/list-filter.ts'
import { smartGroupOf, smartGroups, type SmartGroup } from '../customers/list-memory.sql.ts'
import { Refusal } from '../errors.ts'
import { programAt } from '../loyalty/program.sql.ts'
import type { Caller, FieldName, FieldSight, TierId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { attributesFor } from './read-attributes.ts'

/** What a filter may name: groups, types, tiers, own fields; what this person may neither filter nor sort by is left out or barred. */
export type ListChoices = {
  readonly groups: readonly Pick<CustomerGroup, 'id' | 'name'>[]; readonly types: readonly Pick<CustomerType, 'id' | 'name'>[]; readonly smartGroups: readonly SmartGroup[]
  readonly tiers: readonly { readonly id: TierId; readonly name: string }[]; readonly attributes: readonly AttributeDefinition[]
  readonly loyalty: boolean; readonly barred: readonly FilterName[]; readonly columns: readonly ListColumn[]
}

/** Whoever may not see a field does not learn it by filtering or sorting by it. */
const filtersOf: Partial<Readonly<Record<FilterName, FieldName>>> = {
  points: 'balance', debt: 'balance', spend: 'balance', expiringDays: 'balance', birthdayMonth: 'birthDate', documents: 'document', attributes: 'attributes',
}
const columnsOf: Partial<Readonly<Record<ListColumn, FieldName>>> = {
  points: 'balance', balance: 'balance', spend: 'balance', birthday: 'birthDate', mobile: 'phone', phone: 'phone', email: 'email', city: 'address',
}
const ofPoints: ReadonlySet<ListColumn> = new Set(['points', 'tier'])
/** A masked document still shows when it expires; of everything else a filter would tell more than the mask leaves. */
const isBarred = (field: FieldName | undefined, sight: FieldSight): boolean =>
  field === 'document' ? sight.document === 'hidden' || sight.medical === 'hidden' : field !== undefined && sight[field] !== 'full'

/** The columns somebody may see: none of a hidden field, and none of points where the shop has no programme. */
const columnsFor = (sight: FieldSight, loyalty: boolean): ListColumn[] => listColumns.filter((column) => {
  const field = columnsOf[column]
  return (field === undefined || sight[field] !== 'hidden') && (loyalty || !ofPoints.has(column))
})

export function listChoices(core: Core, caller: Caller): ListChoices {
  const sight = sightOf(core, caller)
  const rules = programAt(core.db, core.now())?.rules
  const loyalty = rules?.on ?? false
  return {
    groups: listGroups(core.db).map(({ id, name }) => ({ id, name })), types: listTypes(core.db).map(({ id, name }) => ({ id, name })), smartGroups: smartGroups(core.db),
    tiers: rules?.tiers.levels.map(({ id, name }) => ({ id: id as TierId, name })) ?? [], attributes: attributesFor(core, caller).filter(({ active }) => active),
    loyalty, barred: (Object.keys(filtersOf) as FilterName[]).filter((name) => isBarred(filtersOf[name], sight)), columns: columnsFor(sight, loyalty),
  }
}

/** Refuses 'not-allowed' {field} for a filter or a sort by what the caller may not see, a smart group's own filter included. */
export function guardList(core: Core, caller: Caller, filter: ListFilter, sort?: ListSort): void {
  const sight = sightOf(core, caller)
  const group = filter.smartGroupId === undefined ? undefined : smartGroupOf(core.db, filter.smartGroupId)?.filter
  const named = [filter, group ?? {}].flatMap((each) => Object.keys(each) as FilterName[])
  const barred = named.find((name) => isBarred(filtersOf[name], sight))
  if (barred) throw new Refusal('not-allowed', { field: `filter.${barred}` })
  const seen = new Set<string>(filter.attributes || group?.attributes ? attributesFor(core, caller).map(({ id }) => id) : [])
  if ([...(filter.attributes ?? []), ...(group?.attributes ?? [])].some(({ attributeId }) => !seen.has(attributeId))) throw new Refusal('not-allowed', { field: 'filter.attributes' })
  if (sort && isBarred(columnsOf[sort.column], sight) && sort.column !== 'city') throw new Refusal('not-allowed', { field: 'sort' })
}
