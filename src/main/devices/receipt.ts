/** One printed line: words on the left, an amount on the right, or one of them in the middle. */
export type ReceiptRow =
  | { readonly kind: 'text'; readonly text: string; readonly align: 'left' | 'centre'; readonly size: 'normal' | 'large' | 'small'; readonly bold: boolean }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly size: 'normal' | 'large'; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
/** A receipt as a document: every amount and date already in words of the customer's language. Screen, text and PDF only lay it out. */
export type Receipt = { readonly number: string; readonly language: 'en' | 'fr' | 'es'; readonly title: string; readonly rows: readonly ReceiptRow[] }
