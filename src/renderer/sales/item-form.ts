import type { Input } from '../../main/handlers.ts'
import type { Item } from '../../main/sales/item.ts'
import type { CategoryId, Cents, PriceListId, TaxClassId } from '../../main/vocabulary.ts'
import type { Format } from '../format.ts'
import { toTyped } from '../ui/keypad.ts'

/** An item as it stands typed in the form: money and age still as text. */
export type ItemForm = {
  readonly name: string; readonly sku: string; readonly price: string; readonly cost: string; readonly categoryId: CategoryId | null; readonly taxClassId: TaxClassId | null
  readonly minimumAge: string; readonly earnsPoints: boolean; readonly customerRequired: boolean; readonly barcodes: readonly string[]
  readonly prices: Readonly<Record<PriceListId, string>>
}
type Draft = Input<'items/save'>['draft']
export type ItemProblem = 'name-needed' | 'price-needed' | 'price-wrong' | 'cost-wrong' | 'tax-needed' | 'age-wrong'
export type ItemProblems = Partial<Record<keyof ItemForm, ItemProblem>>

export const emptyItem = (taxClassId: TaxClassId | null, code: string): ItemForm => ({
  name: '', sku: '', price: '', cost: '', categoryId: null, taxClassId, minimumAge: '', earnsPoints: true, customerRequired: false,
  barcodes: code === '' ? [] : [code], prices: {},
})

export const formOf = (item: Item, digits: number): ItemForm => ({
  ...item, price: toTyped(item.priceCents, digits), cost: item.costCents === null ? '' : toTyped(item.costCents, digits),
  minimumAge: item.minimumAge === null ? '' : String(item.minimumAge),
  prices: Object.fromEntries(item.prices.map((each) => [each.priceListId, toTyped(each.priceCents, digits)])),
})

/** What is wrong, by field; nothing where it may be saved. */
export function checkItem(form: ItemForm, readMoney: Format['readMoney']): ItemProblems {
  const age = form.minimumAge.trim()
  return {
    ...(form.name.trim() === '' ? { name: 'name-needed' } : {}),
    ...(form.price.trim() === '' ? { price: 'price-needed' } : readMoney(form.price) === null ? { price: 'price-wrong' } : {}),
    ...(form.cost.trim() !== '' && readMoney(form.cost) === null ? { cost: 'cost-wrong' } : {}),
    ...(form.taxClassId === null ? { taxClassId: 'tax-needed' } : {}),
    ...(age !== '' && !/^[1-9]\d?$/.test(age) ? { minimumAge: 'age-wrong' } : {}),
    ...(Object.values(form.prices).some((price) => price.trim() !== '' && readMoney(price) === null) ? { prices: 'price-wrong' } : {}),
  }
}

/** The form as main takes it. Only for a form that checkItem found nothing in. */
export function draftOf(form: ItemForm, readMoney: Format['readMoney']): Draft {
  const money = (typed: string) => (readMoney(typed) ?? 0) as Cents
  return {
    name: form.name.trim(), sku: form.sku.trim(), priceCents: money(form.price), costCents: form.cost.trim() === '' ? null : money(form.cost), categoryId: form.categoryId,
    taxClassId: form.taxClassId as TaxClassId, minimumAge: form.minimumAge.trim() === '' ? null : Number(form.minimumAge),
    earnsPoints: form.earnsPoints, customerRequired: form.customerRequired, barcodes: [...form.barcodes],
    prices: Object.entries(form.prices).filter(([, price]) => price.trim() !== '').map(([id, price]) => ({ priceListId: id as PriceListId, priceCents: money(price) })),
  }
}
