import { z } from 'zod'
import type { Core } from '../context.ts'
import { facets } from '../customers/list-facets.sql.ts'
import { firstListColumns, firstSort, listColumns, listFilter, listSort, smartGroupId, type ListColumn, type ListFilter, type ListSort, type SmartGroupId } from '../customers/list-filter.ts'
import { mostRowsOf, remember, rememberedOf, forget, smartGroups, type SmartGroup } from '../customers/list-memory.sql.ts'
import { listRowOf, type ListRow } from '../customers/list-rows.ts'
import type { Found } from '../customers/customer.ts'
import { onlyWho } from '../customers/only.sql.ts'
import { selection } from '../customers/selection.ts'
import { customerId } from '../customers/shapes.ts'
import { filledText, id, requestId, takes, text, whole } from '../input.ts'
import type { Caller, CustomerId, GroupId, StaffId } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import { groupMany, statusMany, tagMany, undoMany, type BulkDone } from './bulk-customers.ts'
import { sightOf } from './field-sight.ts'
import { findOnly } from './find-only.ts'
import { listChoices, type ListChoices } from './list-choices.ts'
import { countListed, countOptionsOf, countSelected, listCustomers, type ListFound } from './list-customers.ts'
import type { OptionCounts } from './read-list.ts'
import { deleteSmartGroup, restoreSmartGroup, saveGroup, setRows } from './smart-groups.ts'
import { theShop } from './the-shop.ts'

const column = z.enum(listColumns)
const columns = z.array(column).max(listColumns.length).refine((chosen) => new Set(chosen).size === chosen.length)
const half = z.enum(['personal', 'business'])
const mostAtOnce = 200

/** What the list of one person is like: their columns, what they last filtered and sorted by, and which half of New Customer they last chose. */
export type ListMemory = {
  readonly columns: readonly ListColumn[]; readonly all: readonly ListColumn[]; readonly filter: ListFilter; readonly sort: ListSort
  readonly newHalf: 'personal' | 'business'; readonly mostRows: number
}

/** The doors of the Customer List. */
export const listDoors = (core: Core) => ({ ...reading(core), ...keeping(core), ...grouping(core), ...acting(core) })

const reading = (core: Core) => ({
  'customers/list': takes(z.strictObject({ filter: listFilter, sort: listSort }), (asked, caller): Promise<ListFound> => listCustomers(core, caller, asked)),
  'customers/list-count': takes(z.strictObject({ filter: listFilter }), ({ filter }, caller): Promise<{ total: number }> => countListed(core, caller, filter)),
  'customers/list-options': takes(z.strictObject({ filter: listFilter, facets: z.array(z.enum(facets)).min(1).max(facets.length) }), (asked, caller): Promise<OptionCounts> =>
    countOptionsOf(core, caller, asked)),
  'customers/list-rows': takes(z.strictObject({ ids: z.array(customerId).max(mostAtOnce), columns }), (asked, caller): Promise<ListRow[]> => rowsFor(core, caller, asked)),
  'customers/only': takes(z.strictObject({ text: text(200), who: z.enum(onlyWho), inactive: z.boolean() }), (asked, caller): Promise<Found> => findOnly(core, caller, asked)),
  'customers/count-selection': takes(z.strictObject({ selection }), (asked, caller): Promise<{ total: number }> => countSelected(core, caller, asked.selection)),
})

async function rowsFor(core: Core, caller: Caller, asked: { readonly ids: readonly CustomerId[]; readonly columns: readonly ListColumn[] }): Promise<ListRow[]> {
  const [{ country }, sight] = [theShop(core), sightOf(core, caller)]
  return (await askReader(core, 'list-rows', asked)).map((row) => listRowOf(row, country, sight))
}

const keeping = (core: Core) => ({
  'customers/list-choices': takes(z.strictObject({}), (_, caller): ListChoices => listChoices(core, caller)),
  'customers/list-memory': takes(z.strictObject({}), (_, { staffId }): ListMemory => memoryOf(core, staffId)),
  /** What is left out stays as it is; an empty list of columns goes back to the first ones. The name stays, in front. What was searched for is not kept: it may name a person. */
  'customers/keep-list': takes(z.strictObject({ columns: z.exactOptional(columns), filter: z.exactOptional(listFilter), sort: z.exactOptional(listSort), newHalf: z.exactOptional(half) }), (asked, { staffId }): ListMemory => {
    const { db } = core
    if (asked.columns?.length === 0) forget(db, staffId, 'columns')
    else if (asked.columns) remember(db, staffId, 'columns', ['name', ...asked.columns.filter((name) => name !== 'name')])
    const { text: _, ...filter } = asked.filter ?? {}
    if (asked.filter) remember(db, staffId, 'filter', filter)
    if (asked.sort) remember(db, staffId, 'sort', asked.sort)
    if (asked.newHalf) remember(db, staffId, 'new-half', asked.newHalf)
    return memoryOf(core, staffId)
  }),
  'customers/set-list-rows': takes(z.strictObject({ requestId, rows: whole.min(100).max(10_000) }), (asked, caller): null => setRows(core, caller, asked), 'edit-shop'),
})

const kept = <T>(shape: z.ZodType<T>, body: unknown, otherwise: T): T => {
  const found = shape.safeParse(body)
  return found.success ? found.data : otherwise
}
function memoryOf({ db }: Core, staffId: StaffId): ListMemory {
  return {
    columns: kept(columns.min(1), rememberedOf(db, staffId, 'columns'), [...firstListColumns]), all: listColumns, filter: kept(listFilter, rememberedOf(db, staffId, 'filter'), {}),
    sort: kept(listSort, rememberedOf(db, staffId, 'sort'), firstSort), newHalf: kept(half, rememberedOf(db, staffId, 'new-half'), 'personal'), mostRows: mostRowsOf(db),
  }
}

const grouping = (core: Core) => ({
  'customers/smart-groups': takes(z.strictObject({}), (): SmartGroup[] => smartGroups(core.db)),
  'customers/save-smart-group': takes(z.strictObject({ requestId, id: smartGroupId.nullable(), name: filledText(80), filter: listFilter }), (asked, caller): { id: SmartGroupId } => saveGroup(core, caller, asked), 'edit-customers'),
  'customers/delete-smart-group': takes(z.strictObject({ requestId, id: smartGroupId }), (asked, caller): null => deleteSmartGroup(core, caller, asked), 'edit-customers'),
  'customers/restore-smart-group': takes(z.strictObject({ requestId, id: smartGroupId }), (asked, caller): null => restoreSmartGroup(core, caller, asked), 'edit-customers'),
})

const acting = (core: Core) => ({
  'customers/group-many': takes(z.strictObject({ requestId, selection, groupId: id<GroupId>().nullable() }), (asked, caller): Promise<BulkDone> => groupMany(core, caller, asked), 'edit-customers'),
  'customers/tag-many': takes(z.strictObject({ requestId, selection, tag: filledText(60), add: z.boolean() }), (asked, caller): Promise<BulkDone> => tagMany(core, caller, asked), 'edit-customers'),
  'customers/status-many': takes(z.strictObject({ requestId, selection, status: z.enum(['active', 'inactive']) }), (asked, caller): Promise<BulkDone> => statusMany(core, caller, asked), 'edit-customers'),
  'customers/undo-many': takes(z.strictObject({ requestId, actId: text(64) }), (asked, caller): Promise<BulkDone> => undoMany(core, caller, asked), 'edit-customers'),
})
