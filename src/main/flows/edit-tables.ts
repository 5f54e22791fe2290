import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { fold } from '../folding.ts'
import { bringTableBack, countTables, floorTable, floorTables, insertTable, removedTable, removeTable, renameTable, seatedCarts, seatSale, tableNamed, unseatSale, type FloorTable, type SeatedCart } from '../sales/tables.sql.ts'
import { giveApp, hasApp, takeApp, tillsOf, type AppName } from '../shop/apps.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Json, RegisterId, RequestId, SaleId, TableId } from '../vocabulary.ts'

/** The tables by name, 2 before 10, each with the carts that stand at it. */
export type Floor = readonly (FloorTable & { readonly carts: readonly SeatedCart[] })[]
const mostTables = 200
const inOrder = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

export function floorOf({ db }: Pick<Core, 'db'>): Floor {
  const carts = Map.groupBy(seatedCarts(db), ({ tableId }) => tableId)
  return floorTables(db).toSorted((a, b) => inOrder.compare(a.name, b.name)).map((table) => ({ ...table, carts: carts.get(table.id) ?? [] }))
}

/** Puts a cart at a table, or with null at none. Refuses 'not-found' where the table is gone, or this till has no tables. */
export function seat({ db }: Core, { registerId }: Caller, saleId: SaleId, tableId: TableId | null): void {
  if (tableId === null) return void unseatSale(db, saleId)
  if (!hasApp(db, 'tables', registerId) || !floorTable(db, tableId)) throw new Refusal('not-found', { field: 'tableId' })
  seatSale(db, saleId, tableId)
}

/** Which tills have an app from now on; all others have not. Refuses 'not-found' for a till that is none. */
export function switchApp(core: Core, caller: Caller, { requestId, app, registerIds }: { readonly requestId: RequestId; readonly app: AppName; readonly registerIds: readonly RegisterId[] }): null {
  once(core.db, { id: requestId, door: 'apps/switch', at: core.now() }, () => {
    const before = tillsOf(core.db, app)
    if (registerIds.some((asked) => !before.some((till) => till.id === asked))) throw new Refusal('not-found', { field: 'registerIds' })
    before.forEach((till) => (registerIds.includes(till.id) ? giveApp(core.db, app, till.id, core.now()) : takeApp(core.db, app, till.id)))
    const says = (on: (till: (typeof before)[number]) => boolean) => ({ tills: before.filter(on).map(({ name }) => name).join(', ') })
    note(core, caller, 'app-switched', `app/${app}`, says(({ on }) => on), says((till) => registerIds.includes(till.id)))
    return null
  })
  core.emit('tables-changed', {})
  return null
}

/** A table that is new, or has another name. Refuses 'name-taken' (however it is written), 'not-found', and 'too-large' from the 201st on. */
export function nameTable(core: Core, caller: Caller, { requestId, id, name: typed }: { readonly requestId: RequestId; readonly id: TableId | null; readonly name: string }): { id: TableId } {
  const name = typed.trim().replaceAll(/\s+/g, ' ')
  const nameKey = fold(name)
  const answer = once(core.db, { id: requestId, door: 'tables/save', at: core.now() }, () => {
    if (tableNamed(core.db, nameKey, id)) throw new Refusal('name-taken', { field: 'name', name })
    const before = id && floorTable(core.db, id)
    if (id && !before) throw new Refusal('not-found', { what: 'table' })
    if (!id && countTables(core.db) >= mostTables) throw new Refusal('too-large', { most: mostTables })
    const tableId = id ?? (core.newId() as TableId)
    if (before) renameTable(core.db, tableId, name, nameKey)
    else insertTable(core.db, { id: tableId, name, nameKey, at: core.now() })
    note(core, caller, 'table-saved', `table/${tableId}`, before ? { name: before.name } : null, { name })
    return { id: tableId }
  })
  core.emit('tables-changed', {})
  return answer
}

/** Refuses 'table-taken' while a cart stands at it, and 'not-found'. */
export function dropTable(core: Core, caller: Caller, { requestId, id }: { readonly requestId: RequestId; readonly id: TableId }): null {
  once(core.db, { id: requestId, door: 'tables/remove', at: core.now() }, () => {
    const table = floorTable(core.db, id)
    if (!table) throw new Refusal('not-found', { what: 'table' })
    if (seatedCarts(core.db).some(({ tableId }) => tableId === id)) throw new Refusal('table-taken', { name: table.name })
    removeTable(core.db, id, core.now())
    note(core, caller, 'table-removed', `table/${id}`, { name: table.name }, null)
    return null
  })
  core.emit('tables-changed', {})
  return null
}

/** Takes the removal back. Refuses 'name-taken' where another was given its name since, and 'not-found' where it is there. */
export function bringBackTable(core: Core, caller: Caller, { requestId, id }: { readonly requestId: RequestId; readonly id: TableId }): null {
  once(core.db, { id: requestId, door: 'tables/restore', at: core.now() }, () => {
    const gone = removedTable(core.db, id)
    if (!gone) throw new Refusal('not-found', { what: 'table' })
    if (tableNamed(core.db, gone.nameKey, id)) throw new Refusal('name-taken', { field: 'name', name: gone.name })
    bringTableBack(core.db, id)
    note(core, caller, 'table-saved', `table/${id}`, null, { name: gone.name })
    return null
  })
  core.emit('tables-changed', {})
  return null
}

function note(core: Core, { registerId, staffId }: Caller, kind: string, target: string, before: Json, after: Json): void {
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target, before, after })
}
