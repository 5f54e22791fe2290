import type { Core } from './context.ts'
import { accountFlows } from './flows/account-doors.ts'
import { attributeFlows } from './flows/attribute-doors.ts'
import { auditDoors } from './flows/audit-doors.ts'
import { customerFlows } from './flows/customer-doors.ts'
import { deviceDoors } from './flows/device-doors.ts'
import { displayDoors } from './flows/display-doors.ts'
import { groupFlows } from './flows/group-doors.ts'
import { eraseDoors } from './flows/erase-doors.ts'
import { exportDoors } from './flows/export-doors.ts'
import { importDoors } from './flows/import-doors.ts'
import { listDoors } from './flows/list-doors.ts'
import { logoDoors } from './flows/logo-doors.ts'
import { itemDoors } from './flows/item-doors.ts'
import { loyaltyFlows } from './flows/loyalty-doors.ts'
import { mergeDoors } from './flows/merge-doors.ts'
import { customerRoomDoors } from './flows/photo-doors.ts'
import { outboxDoors } from './flows/outbox-doors.ts'
import { supportDoors } from './flows/support-doors.ts'
import { tableDoors } from './flows/table-doors.ts'
import { messagingDoors } from './flows/messaging-doors.ts'
import { printerDoors } from './flows/printer-doors.ts'
import { reportFlows } from './flows/report-doors.ts'
import { saleFlows } from './flows/sale-doors.ts'
import { scanFlows } from './flows/scan-doors.ts'
import { searchDoors } from './flows/search-doors.ts'
import { staffFlows } from './flows/staff-doors.ts'
import { helpApi } from './help/help.api.ts'
import type { Door } from './input.ts'
import { loyaltyApi } from './loyalty/loyalty.api.ts'
import { reportsApi } from './reports/reports.api.ts'
import { salesApi } from './sales/sales.api.ts'
import { shopApi } from './shop/shop.api.ts'
import { staffApi } from './staff/staff.api.ts'

/** Every name a screen may call. The type is read off the code, so the two cannot drift apart. */
export const handlersFor = (core: Core) =>
  merge(
    shopApi(core), helpApi(core), staffApi(core), customerRoomDoors(core), messagingDoors(core), itemDoors(core), salesApi(core),
    staffFlows(core), auditDoors(core), customerFlows(core), attributeFlows(core), listDoors(core), groupFlows(core), saleFlows(core), accountFlows(core), importDoors(core), deviceDoors(core),
    loyaltyApi(core), loyaltyFlows(core), reportsApi(core), reportFlows(core), printerDoors(core), displayDoors(core), logoDoors(core), scanFlows(core), eraseDoors(core), exportDoors(core), mergeDoors(core), searchDoors(core), outboxDoors(core), supportDoors(core), tableDoors(core),
  )
export type Handlers = ReturnType<typeof handlersFor>
export type DoorName = Extract<keyof Handlers, string>
export type Input<K extends DoorName> = Handlers[K] extends Door<infer I, infer _O> ? I : never
export type Output<K extends DoorName> = Handlers[K] extends Door<infer _I, infer O> ? Awaited<O> : never

type Doors = Readonly<Record<string, unknown>>
type Merged<T extends readonly unknown[]> = T extends readonly [infer Head, ...infer Rest] ? Head & Merged<Rest> : unknown

/** Two doors of one name would hide one another: refused at start. */
function merge<T extends readonly Doors[]>(...rooms: T): Merged<T> {
  const doors: Record<string, unknown> = {}
  for (const [name, door] of rooms.flatMap((room) => Object.entries(room))) {
    if (Object.hasOwn(doors, name)) throw new Error(`two doors are called ${name}`)
    doors[name] = door
  }
  return doors as Merged<T>
}
