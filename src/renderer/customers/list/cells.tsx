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
export const widthOf: Readonly<Record<ListColumn, number>> = {
  name: 208, code: 112, type: 88, 'customer-type': 120, group: 98, mobile: 140, phone: 140, email: 130, city: 120, points: 64, tier: 100, balance: 88, 'last-visit': 122, visits: 76,
  spend: 100, birthday: 136, tags: 140, unsubscribed: 140, source: 120, status: 86, added: 116,
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
