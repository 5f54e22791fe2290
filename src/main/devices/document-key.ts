import { createHmac } from 'node:crypto'
import type { Licence } from './licence.ts'

/**
 * By what a licence finds its person again: a hash of issuer and number under the shop's own secret, so that the file tells nobody a number. One
 * person's barcode and stripe give the same. Null where the card says no number.
 */
export function documentKeyOf(secret: string, { jurisdiction, iin, numberKey }: Pick<Licence, 'jurisdiction' | 'iin' | 'numberKey'>): string | null {
  if (numberKey === '') return null
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(`${jurisdiction || iin}/${numberKey}`).digest('hex')
}

/** How much of a document's number this shop keeps: none, the last four digits, or all of it. */
export type IdKeeping = 'checked' | 'last4' | 'full'
export const keptNumber = ({ number, numberKey }: Pick<Licence, 'number' | 'numberKey'>, keeping: IdKeeping): string => {
  if (keeping === 'full') return number
  return keeping === 'last4' && numberKey.length > 4 ? `••••${numberKey.slice(-4)}` : ''
}
