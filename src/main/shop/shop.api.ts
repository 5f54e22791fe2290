import { z } from 'zod'
import type { Core } from '../context.ts'
import { takes, takesFromAnyone } from '../input.ts'
import type { Register, Shop } from './shop.ts'
import { getRegister, demoState, listRegisters, readShop, readTaxes } from './shop.sql.ts'

export type ShopStatus = { setUp: boolean; shop: Shop | null; register: Register | null; demo: boolean }
const empty = z.strictObject({})

/** What a screen may know of the shop before anyone has signed in, and the taxes and tills after. */
export const shopApi = ({ db }: Core) => ({
  'shop/status': takesFromAnyone(empty, (_, { registerId }): ShopStatus => {
    const shop = readShop(db) ?? null
    const demo = demoState(db)
    return { setUp: shop !== null && demo !== 'making', shop, register: getRegister(db, registerId) ?? null, demo: demo !== null }
  }),
  'shop/taxes': takes(empty, () => readTaxes(db)),
  'shop/registers': takes(empty, () => listRegisters(db)),
})
