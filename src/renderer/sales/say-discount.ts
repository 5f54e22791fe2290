import type { Discount } from '../../main/sales/sale.ts'
import type { Format } from '../format.ts'

/** 10 % or $2.50. */
export const sayDiscount = (discount: Discount, format: Format): string => (discount.kind === 'percent' ? format.percent(discount.ppm) : format.money(discount.cents))
