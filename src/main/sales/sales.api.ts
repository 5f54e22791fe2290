import type { Core } from '../context.ts'
import { nothing, takes } from '../input.ts'
import { countWaiting } from './parked.sql.ts'

/** What the sales room answers alone. A cart needs taxes, staff and customers too: flows/sale-doors.ts. */
export const salesApi = (core: Core) => ({
  /** The number on the Queue button. */
  'sales/waiting': takes(nothing, () => ({ waiting: countWaiting(core.db) })),
})
