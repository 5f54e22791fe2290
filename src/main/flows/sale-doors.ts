import type { Core } from '../context.ts'
import { takes } from '../input.ts'
import { saleInput as shape } from '../sales/sale-input.ts'
import { addItem, scanItem } from './add-item.ts'
import { attachToCart, clearCustomer } from './attach-customer.ts'
import { checkAge } from './check-age.ts'
import { discountCart, discountLine, noteCart, noteLine, overridePrice, removeLine, restoreLine, setQuantity } from './edit-cart.ts'
import { returnDoors } from './return-doors.ts'
import { deliveryDoors } from './delivery-doors.ts'
import { pay, takeBackTender } from './pay.ts'
import { discard, discardParked, undoDiscard } from './discard-sale.ts'
import { keepPrices, openParked, updatePrices } from './open-parked.ts'
import { exchange, previewExchange } from './exchange.ts'
import { park, queue } from './park-sale.ts'
import { currentCart } from './price-cart.ts'
import { sightOf } from './field-sight.ts'
import { receiptDocument, receiptPdf, receiptText } from './receipt.ts'
import { previewRefund, refundSale } from './refund-sale.ts'
import { repeatSale } from './repeat-sale.ts'
import { listSales, saleByNumber, salesOfCustomer } from './sale-history.ts'
import { saleRecord } from './sale-record.ts'
import { voidSale } from './void-sale.ts'

/** Every door of the sale that needs more than one room. */
export const saleFlows = (core: Core) => ({ ...cartDoors(core), ...payDoors(core), ...queueDoors(core), ...pastDoors(core), ...deliveryDoors(core), ...returnDoors(core) })

const cartDoors = (core: Core) => ({
  'sales/cart': takes(shape.nothing, (_input, caller) => currentCart(core, caller)),
  'sales/add-item': takes(shape.addItem, (input, caller) => addItem(core, caller, input)),
  'sales/scan-item': takes(shape.scanItem, (input, caller) => scanItem(core, caller, input)),
  'sales/set-quantity': takes(shape.setQuantity, (input, caller) => setQuantity(core, caller, input)),
  'sales/override-price': takes(shape.overridePrice, (input, caller) => overridePrice(core, caller, input)),
  'sales/discount-line': takes(shape.discountLine, (input, caller) => discountLine(core, caller, input)),
  'sales/discount-cart': takes(shape.discountCart, (input, caller) => discountCart(core, caller, input)),
  'sales/note-line': takes(shape.noteLine, (input, caller) => noteLine(core, caller, input)),
  'sales/note-cart': takes(shape.noteCart, (input, caller) => noteCart(core, caller, input)),
  'sales/remove-line': takes(shape.line, (input, caller) => removeLine(core, caller, input)),
  'sales/restore-line': takes(shape.line, (input, caller) => restoreLine(core, caller, input)),
  'sales/attach-customer': takes(shape.attachCustomer, (input, caller) => attachToCart(core, caller, input)),
  'sales/clear-customer': takes(shape.request, (input, caller) => clearCustomer(core, caller, input)),
  'sales/check-age': takes(shape.checkAge, (input, caller) => checkAge(core, caller, input)),
  'sales/discard': takes(shape.request, (input, caller) => discard(core, caller, input)),
  'sales/undo-discard': takes(shape.saleRequest, (input, caller) => undoDiscard(core, caller, input)),
})

const payDoors = (core: Core) => ({
  'sales/pay': takes(shape.pay, (input, caller) => pay(core, caller, input)),
  'sales/take-back-tender': takes(shape.takeBackTender, (input, caller) => takeBackTender(core, caller, input)),
  'sales/void': takes(shape.voidSale, (input, caller) => voidSale(core, caller, input)),
  'sales/refund': takes(shape.refund, (input, caller) => refundSale(core, caller, input)),
  'sales/exchange': takes(shape.exchange, (input, caller) => exchange(core, caller, input)),
  'sales/exchange-preview': takes(shape.exchangePreview, (input, caller) => previewExchange(core, caller, input)),
  'sales/refund-preview': takes(shape.refundPreview, (input) => previewRefund(core, input)),
})

const queueDoors = (core: Core) => ({
  'sales/park': takes(shape.park, (input, caller) => park(core, caller, input)),
  'sales/queue': takes(shape.queue, (input, caller) => queue(core, caller, input)),
  'sales/open-parked': takes(shape.openParked, (input, caller) => openParked(core, caller, input)),
  'sales/keep-prices': takes(shape.request, (input, caller) => keepPrices(core, caller, input)),
  'sales/update-prices': takes(shape.request, (input, caller) => updatePrices(core, caller, input)),
  'sales/discard-parked': takes(shape.saleRequest, (input) => discardParked(core, input)),
})

const pastDoors = (core: Core) => ({
  'sales/get': takes(shape.sale, ({ saleId }) => saleRecord(core, saleId)),
  'sales/list': takes(shape.list, (input) => listSales(core, input)),
  'sales/of-customer': takes(shape.ofCustomer, (input) => salesOfCustomer(core, input)),
  'sales/by-number': takes(shape.byNumber, ({ number }) => saleByNumber(core, number)),
  'sales/repeat': takes(shape.saleRequest, (input, caller) => repeatSale(core, caller, input)),
  'sales/receipt': takes(shape.receipt, (input, caller) => receiptDocument(core, input, sightOf(core, caller))),
  'sales/receipt-text': takes(shape.receipt, (input, caller) => receiptText(core, input, sightOf(core, caller))),
  'sales/receipt-pdf': takes(shape.receipt, (input, caller) => receiptPdf(core, input, sightOf(core, caller))),
})
