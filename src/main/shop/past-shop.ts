// A shop as other programs hand it over: four tables of text. Pure: values in, values out.

export type PastTable = readonly Readonly<Record<string, string>>[]
export type PastShopFiles = { readonly customers: string; readonly products: string; readonly invoices: string; readonly invoiceLines: string }
export type PastInvoice = {
  readonly key: string; readonly customerKey: string; readonly at: string; readonly totalCents: number
  readonly lines: readonly { readonly key: string; readonly productKey: string; readonly priceCents: number; readonly quantity: number }[]
  readonly address: { readonly address1: string; readonly address2: string; readonly city: string; readonly region: string; readonly postcode: string; readonly country: string }
}
export type PastProduct = { readonly key: string; readonly name: string; readonly priceCents: number; readonly category: string }

/** "1.98" -> 198, exactly; null where it is no amount of whole minor units. */
export function readCents(text: string): number | null {
  const found = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return found ? Number(`${found[1]}${found[2]}${(found[3] ?? '').padEnd(2, '0')}`) : null
}

/** The invoices in the order of their days, each with its lines. Throws where an amount or a quantity is no number: nothing is guessed. */
export function pastInvoices(invoices: PastTable, lines: PastTable): PastInvoice[] {
  const byInvoice = Map.groupBy(lines, (line) => line['InvoiceId'] ?? '')
  return invoices.map((invoice) => {
    const key = need(invoice, 'InvoiceId')
    return {
      key, customerKey: need(invoice, 'CustomerId'), at: need(invoice, 'InvoiceDate'), totalCents: cents(need(invoice, 'Total')),
      lines: (byInvoice.get(key) ?? []).map((line) => ({
        key: need(line, 'InvoiceLineId'), productKey: need(line, 'TrackId'), priceCents: cents(need(line, 'UnitPrice')), quantity: count(need(line, 'Quantity')),
      })),
      address: {
        address1: invoice['BillingAddress'] ?? '', address2: '', city: invoice['BillingCity'] ?? '', region: invoice['BillingState'] ?? '',
        postcode: invoice['BillingPostalCode'] ?? '', country: invoice['BillingCountry'] ?? '',
      },
    }
  }).sort((a, b) => (a.at === b.at ? Number(a.key) - Number(b.key) : a.at < b.at ? -1 : 1))
}

export const pastProducts = (products: PastTable): PastProduct[] => products.map((product) => ({
  key: need(product, 'TrackId'), name: need(product, 'Name'), priceCents: cents(need(product, 'UnitPrice')), category: product['GenreId'] ?? '',
}))

function need(row: Readonly<Record<string, string>>, field: string): string {
  const value = row[field]
  if (value === undefined || value === '') throw new Error(`a row has no ${field}: ${JSON.stringify(row).slice(0, 200)}`)
  return value
}
function cents(text: string): number {
  const value = readCents(text)
  if (value === null) throw new Error(`${text} is no amount of money`)
  return value
}
function count(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value <= 0) throw new Error(`${text} is no quantity`)
  return value
}
