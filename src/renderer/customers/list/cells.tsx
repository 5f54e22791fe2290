import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { ListColumn } from '../../../main/customers/list-filter.ts'
import type { ListRow } from '../../../main/customers/list-rows.ts'
import type { Format } from '../../format.ts'
import { agoOf } from '../ago.ts'
import { Initial } from '../Initial.tsx'
import styles from './CustomerTable.module.css'

type Say = { readonly t: TFunction<'list'>; readonly format: Format; readonly now: Date }
/** How wide a column wants to be, in pixels; the name takes what is left. */
const widthOf: Readonly<Record<ListColumn, number>> = {
  name: 208, code: 112, type: 88, 'customer-type': 120, group: 98, mobile: 140, phone: 140, email: 130, city: 120, points: 64, tier: 100, balance: 88, 'last-visit': 122, visits: 76,
  spend: 100, birthday: 136, tags: 140, unsubscribed: 140, source: 120, status: 86, added: 116,
}
/** The same where they do not all stand side by side so: a name, a phone number and a sum still stand whole. */
const snugWidthOf: Partial<Readonly<Record<ListColumn, number>>> = { name: 204, type: 80, group: 90, mobile: 134, phone: 134, email: 106, points: 60, balance: 76, 'last-visit': 114, status: 84 }
const [tickPx, snugTickPx] = [48, 44]
type Widths = { readonly snug: boolean; readonly tick: number; readonly of: (column: ListColumn) => number; readonly whole: number }
/** How wide each column is drawn in a room of so many pixels (0: not measured yet). */
export function widthsIn(room: number, columns: readonly ListColumn[]): Widths {
  const wide = columns.reduce((sum, column) => sum + widthOf[column], tickPx)
  const snug = room > 0 && wide > room
  const of = (column: ListColumn): number => (snug ? (snugWidthOf[column] ?? widthOf[column]) : widthOf[column])
  const tick = snug ? snugTickPx : tickPx
  return { snug, tick, of, whole: columns.reduce((sum, column) => sum + of(column), tick) }
}
const numbers: ReadonlySet<ListColumn> = new Set(['points', 'balance', 'visits', 'spend'])
export const isNumber = (column: ListColumn): boolean => numbers.has(column)

const whole = (value: number | null, { format }: Say): string => (value === null ? '' : format.whole(value))
const amount = (cents: number | null, { format }: Say): string => (cents === null ? '' : format.amount(cents))
/** What somebody owes stands below zero, as their account's balance does. */
const balance = (cents: number | null, say: Say): ReactNode => (cents ? <span className={cents > 0 ? styles['owes'] : ''}>{amount(0 - cents, say)}</span> : '')
const ago = (at: string | null, { format, now }: Say): ReactNode => (at === null ? '' : <span title={format.dateTime(at)}>{agoOf(at, now, format.locale)}</span>)
const day = (value: string, { format }: Say): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? format.day(value) : value)

const cells: { readonly [C in ListColumn]: (row: ListRow, say: Say) => ReactNode } = {
  name: (row) => <div className={styles['who']}><Initial initial={row.initial} photoOf={row.hasPhoto ? row.id : null} size={36} /><span>{row.displayName}</span></div>,
  code: ({ code }) => code, type: ({ type }, { t }) => t(`type-${type}`), 'customer-type': ({ customerTypeName }) => customerTypeName ?? '', group: ({ groupName }) => groupName ?? '',
  mobile: ({ mobile }) => mobile, phone: ({ phone }) => phone, email: ({ email }) => email, city: ({ city }) => city,
  points: ({ points }, say) => whole(points, say), tier: ({ tierName }) => tierName ?? '', balance: ({ balanceCents }, say) => balance(balanceCents, say),
  'last-visit': ({ lastVisitAt }, say) => ago(lastVisitAt, say), visits: ({ visits }, say) => whole(visits, say), spend: ({ spendCents }, say) => amount(spendCents, say),
  birthday: ({ birthDate }, say) => day(birthDate, say), tags: ({ tags }) => tags.join(', '),
  unsubscribed: ({ unsubscribedAt }, { t, format }) => (unsubscribedAt === null ? '' : t('since', { date: format.date(unsubscribedAt) })),
  source: ({ source }, { t }) => t(`source-${source}`), added: ({ madeAt }, { format }) => format.date(madeAt),
  status: ({ status }, { t }) => <span className={styles['state']} data-state={status}>{t(`status-${status}`)}</span>,
}

/** One cell of the list; of a row that is still being read, a bar. */
export const cellOf = (column: ListColumn, row: ListRow | undefined, say: Say): ReactNode => (row ? cells[column](row, say) : <span className={styles['blank']} />)
