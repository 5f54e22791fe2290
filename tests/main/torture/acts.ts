/** What the till under load tells. "trying" is said before the answer, everything else after it. */
export type Act =
  | { readonly is: 'open' }
  | { readonly is: 'bug'; readonly what: string }
  | { readonly is: 'trying'; readonly saleId: string }
  | { readonly is: 'customer'; readonly id: string; readonly name: string }
  | { readonly is: 'line'; readonly saleId: string; readonly lines: number }
  | { readonly is: 'sold'; readonly saleId: string; readonly number: string; readonly totalCents: number; readonly lines: number }
  | { readonly is: 'parked'; readonly saleId: string; readonly lines: number }
  | { readonly is: 'recalled'; readonly saleId: string; readonly lines: number }

export type Promised = {
  readonly customers: Map<string, string>
  readonly sold: Map<string, Extract<Act, { is: 'sold' }>>
  /** Where each unfinished cart must be: the state and the lines that were answered for. */
  readonly carts: Map<string, { state: 'open' | 'parked'; lines: number }>
  /** The one act that was under way when the end came: it may have happened or not. */
  underWay: string | null
}
export const nothingPromised = (): Promised => ({ customers: new Map(), sold: new Map(), carts: new Map(), underWay: null })

/** What the till has given its word for, after these acts. */
export function promise(so: Promised, acts: readonly Act[]): void {
  so.underWay = null
  for (const act of acts) {
    if (act.is === 'trying') so.underWay = act.saleId
    else if (act.is !== 'open' && act.is !== 'bug') so.underWay = null
    if (act.is === 'customer') so.customers.set(act.id, act.name)
    if (act.is === 'line' || act.is === 'recalled') so.carts.set(act.saleId, { state: 'open', lines: act.lines })
    if (act.is === 'parked') so.carts.set(act.saleId, { state: 'parked', lines: act.lines })
    if (act.is === 'sold') so.sold.set(act.saleId, act)
    if (act.is === 'sold') so.carts.delete(act.saleId)
  }
}
