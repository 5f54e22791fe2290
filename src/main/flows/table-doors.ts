import { z } from 'zod'
import type { Core } from '../context.ts'
import { filledText, id, requestId, takes } from '../input.ts'
import { appNames, hasApp, tillsOf, type AppName } from '../shop/apps.sql.ts'
import type { RegisterId, TableId } from '../vocabulary.ts'
import { bringBackTable, dropTable, floorOf, nameTable, switchApp, type Floor } from './edit-tables.ts'

const nothing = z.strictObject({})
const one = z.strictObject({ requestId, id: id<TableId>() })
const named = z.strictObject({ requestId, id: id<TableId>().nullable(), name: filledText(40) })
const switched = z.strictObject({ requestId, app: z.enum(appNames), registerIds: z.array(id<RegisterId>()).max(200) })

export type App = { readonly name: AppName; readonly tills: ReturnType<typeof tillsOf> }

/** The apps of the shop, and the tables: what was named, and what stands at each (S3-26). Where the app is off, nothing of it is answered. */
export const tableDoors = (core: Core) => ({
  'apps/list': takes(nothing, (): App[] => appNames.map((name) => ({ name, tills: tillsOf(core.db, name) }))),
  'apps/switch': takes(switched, (input, caller): null => switchApp(core, caller, input), 'edit-shop'),
  'tables/floor': takes(nothing, (_input, { registerId }): Floor | null => (hasApp(core.db, 'tables', registerId) ? floorOf(core) : null)),
  'tables/names': takes(nothing, (): Floor => floorOf(core), 'edit-shop'),
  'tables/save': takes(named, (input, caller): { id: TableId } => nameTable(core, caller, input), 'edit-shop'),
  'tables/remove': takes(one, (input, caller): null => dropTable(core, caller, input), 'edit-shop'),
  'tables/restore': takes(one, (input, caller): null => bringBackTable(core, caller, input), 'edit-shop'),
})
