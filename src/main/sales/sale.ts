import type { Cents, CustomerId, Instant, ItemId, LineId, Milli, PlainDate, Ppm, RefundId, RegisterId, SaleId, StaffId, TaxRateId, TenderId } from '../vocabulary.ts'
import type { CartDelivery } from './delivery.ts'

export type SaleState = 'open' | 'parked' | 'completed' | 'voided' | 'discarded'
export type Discount = { readonly kind: 'percent'; readonly ppm: Ppm } | { readonly kind: 'money'; readonly cents: Cents }
/** 'account': the customer pays later. */
export type TenderKind = 'cash' | 'card' | 'account'

export type CartLine = {
  readonly id: LineId; readonly itemId: ItemId | null; readonly name: string; readonly quantityMilli: Milli
  /** 'delivery': the fee; no discount of the cart, no price list and no reward touches it. */
  readonly kind: 'item' | 'delivery'
  /** What it costs everyone; `priceCents` is what it costs here, and `priceReason` says why. */
  readonly listPriceCents: Cents; readonly priceCents: Cents; readonly priceReason: 'list' | 'price-list' | 'override'; readonly priceListName: string
  readonly discount: Discount | null; readonly note: string; readonly minimumAge: number | null
  /** Quantity x price, less the line's own discount; the cart's discount is not in it. */
  readonly amountCents: Cents
}
export type TaxLine = { readonly taxRateId: TaxRateId; readonly name: string; readonly ratePpm: Ppm; readonly baseCents: Cents; readonly taxCents: Cents }
export type Totals = {
  /** The lines as they are shown (each after its own discount), and what the cart's discount takes off them. */
  readonly subtotalCents: Cents; readonly discountsCents: Cents; readonly netCents: Cents; readonly taxes: readonly TaxLine[]; readonly taxCents: Cents
  /** Before cash rounding: what a card pays. */
  readonly totalCents: Cents
  /** What is left to pay, by card and, rounded to the smallest coin, in cash. */
  readonly dueCents: Cents; readonly dueInCashCents: Cents
}
export type TenderRow = { readonly id: TenderId; readonly kind: TenderKind; readonly amountCents: Cents; readonly givenCents: Cents; readonly changeCents: Cents; readonly reference: string }

/** `days`: since a document ran out, or until it does (within 30). `minimumAge`: the shop's or a line's limit that the customer is under. */
export type CustomerAlert = {
  readonly kind: 'under-age' | 'document-expired' | 'document-expiring' | 'medical-expired' | 'medical-expiring' | 'banned' | 'inactive' | 'pending' | 'flag-warn' | 'flag-info' | 'tax-lapsed'
  readonly days: number; readonly minimumAge: number | null
  /** The note of a flag, why somebody is banned, or the day a certificate ran out. */
  readonly text?: string
}
/** By what the customer buys: their price list, the percentage that comes off it in millionths, and where each comes from. */
export type CartTerms = {
  readonly listName: string | null; readonly listFrom: 'own' | 'type' | 'group' | 'tier' | null; readonly offPpm: Ppm; readonly offFrom: 'own' | 'group' | null
  /** How many lines would cost something else since these terms changed: "Apply group price to open cart?" */
  readonly unsettled: number
}
/** The customer as the cart strip shows them. */
export type CartCustomer = {
  readonly id: CustomerId; readonly name: string; readonly initial: string; readonly hasPhoto: boolean; readonly groupName: string | null; readonly customerTypeName: string | null
  /** Whole years today, or null where no birth date is known. */
  readonly age: number | null
  readonly alerts: readonly CustomerAlert[]
  readonly terms: CartTerms
  /** Set where no tax is added: by which certificate ('' where none was written down), and until when. */
  readonly exempt: { readonly certificate: string; readonly until: PlainDate | null } | null
}
/** The open cart of one till: everything the sale screen shows. */
export type Cart = {
  readonly id: SaleId; readonly madeAt: Instant; readonly label: string; readonly note: string
  readonly customer: CartCustomer | null
  readonly lines: readonly CartLine[]; readonly discount: Discount | null; readonly totals: Totals; readonly tenders: readonly TenderRow[]
  /** The highest age of a line that nobody has vouched for yet, or null. */
  readonly ageNeeded: number | null
  readonly delivery: CartDelivery | null
}
/** What `sales/pay` answers: more to pay, or done. */
export type Paid =
  | { readonly state: 'part-paid'; readonly cart: Cart }
  | { readonly state: 'completed'; readonly saleId: SaleId; readonly number: string; readonly totalCents: Cents; readonly changeCents: Cents }

export type QueueRow = {
  readonly id: SaleId; readonly label: string; readonly customerName: string | null; readonly items: number; readonly totalCents: Cents
  readonly registerName: string; readonly staffName: string; readonly parkedAt: Instant; readonly note: string; readonly dueAt: Instant | null
  /** The code on its ticket, Q000012: scanned, it brings the cart back. */
  readonly ticket: string | null
  /** Set where a till has it open right now. */
  readonly openOn: string | null
  /** The table it stands at; null on a till without tables. */
  readonly tableName: string | null
}
/** What attaching a customer changed: how many lines have another price now, and by which price list. */
export type Attached = { readonly cart: Cart; readonly repriced: number; readonly priceListName: string | null }
/** What opening a waiting cart brought about. `customerGone`: the customer is no longer there, and it opened as Walk-In. */
export type OpenedParked = { readonly cart: Cart; readonly autoParked: string | null; readonly priceChanges: readonly PriceChange[]; readonly customerGone: boolean }
export type PriceChange = { readonly lineId: LineId; readonly name: string; readonly savedCents: Cents; readonly nowCents: Cents }

/** One row of a sales history. `totalCents` is what was paid, cash rounding and all. */
export type SaleRow = {
  readonly id: SaleId; readonly number: string; readonly completedAt: Instant; readonly registerName: string; readonly staffName: string; readonly customerName: string | null
  readonly items: number; readonly totalCents: Cents; readonly paidBy: readonly TenderKind[]; readonly refundedCents: Cents; readonly state: 'completed' | 'voided'
}
export type SaleLineRecord = CartLine & {
  readonly netCents: Cents; readonly taxCents: Cents; readonly totalCents: Cents; readonly returnedMilli: number
}
export type RefundRecord = {
  readonly id: RefundId; readonly number: string; readonly at: Instant; readonly staffName: string; readonly approvedByName: string; readonly reason: string; readonly totalCents: Cents
  readonly lines: readonly { readonly lineId: LineId; readonly name: string; readonly kind: 'item' | 'delivery'; readonly quantityMilli: Milli; readonly totalCents: Cents }[]
  readonly tenders: readonly TenderRow[]
}
/** A finished sale, whole. */
export type SaleRecord = SaleRow & {
  readonly registerId: RegisterId; readonly staffId: StaffId; readonly customerId: CustomerId | null; readonly note: string
  readonly lines: readonly SaleLineRecord[]; readonly discount: Discount | null; readonly totals: Omit<Totals, 'dueCents' | 'dueInCashCents'>; readonly roundingCents: Cents
  readonly tenders: readonly TenderRow[]; readonly refunds: readonly RefundRecord[]
  readonly voided: { readonly at: Instant; readonly by: string; readonly approvedBy: string; readonly reason: string } | null
}

/** A page of a history; `more` goes into the next call's `page.after`. */
export type SalePage = { readonly rows: readonly SaleRow[]; readonly more: string | null }
/** A customer's history. The figures are over all sales that stand (not voided), less what was refunded. */
export type CustomerSales = SalePage & { readonly count: number; readonly spentCents: Cents; readonly averageCents: Cents; readonly lastAt: Instant | null }
/** What a refund would give back: by card `totalCents`, in coins `totalInCashCents`. `roundingCents` gives back the sale's own cash rounding. */
export type RefundPreview = {
  readonly netCents: Cents; readonly taxCents: Cents; readonly roundingCents: Cents; readonly totalCents: Cents; readonly totalInCashCents: Cents
  /** What is still owed for the sale comes off the customer's account first, whatever way is chosen for the rest. `onAccount`: all of it may go there. */
  readonly accountCents: Cents; readonly onAccount: boolean
}
