import { Button, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeliveryRow } from '../../main/flows/delivery-on-sale.ts'
import type { SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { DeliveryRoute } from './DeliveryRoute.tsx'
import styles from './Sale.module.css'
import { useDeliveryTime } from './say-delivery.ts'
import { useSetDelivered } from './use-delivery.ts'
import { usePages } from './use-pages.ts'

const perPage = 100
type Props = { readonly delivered: boolean; readonly onOpen: (saleId: SaleId) => void; readonly onAll: () => void }

/** What is still to be brought, the soonest first; or what was, the latest first. */
export function Deliveries({ delivered, onOpen, onAll }: Props) {
  const { t } = useTranslation('delivery')
  const pages = usePages('sales/deliveries', { delivered }, perPage, ['sales-changed', 'sale-completed'])
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />
  if (pages.pending) return <Late rows={10} />
  if (pages.rows.length === 0) return <Empty sentence={t(delivered ? 'none-delivered' : 'none-to-deliver')} actions={[{ label: t('all-sales'), do: onAll }]} />
  return (
    <div className={styles['rows']} tabIndex={-1}>
      <table className={styles['list']} aria-label={t(delivered ? 'delivered' : 'to-deliver')}>
        <thead>
          <tr>
            {(['when', 'sale', 'name', 'phone', 'address', 'note'] as const).map((word) => <th key={word} scope="col">{t(word)}</th>)}
            <th scope="col" className={styles['number']}>{t('total')}</th>
            <th scope="col"><span className="spoken-only">{t('sales:actions')}</span></th>
          </tr>
        </thead>
        <tbody>{pages.rows.map((row) => <Row key={row.saleId} row={row} onOpen={onOpen} />)}</tbody>
      </table>
      <MoreRows more={pages.more} />
    </div>
  )
}

function Row({ row, onOpen }: { readonly row: DeliveryRow; readonly onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('delivery')
  const format = useFormat()
  const say = useDeliveryTime()
  const set = useSetDelivered()
  const isDone = row.deliveredAt !== null
  return (
    <tr>
      <td>{row.deliveredAt === null ? say(row) : format.dateTime(row.deliveredAt)}</td>
      <td><UnstyledButton className={styles['open']} onClick={() => onOpen(row.saleId)} aria-label={t('sales:open-sale', { number: row.number })}>{row.number}</UnstyledButton></td>
      <td>{row.name}</td>
      <td className={styles['short']}>{row.phone}</td>
      <td>{row.address.join(', ')}</td>
      <td>{row.note}</td>
      <td className={styles['number']}>{format.money(row.totalCents)}</td>
      <td><div className={styles['rowActs']}>{row.address.length > 0 && <DeliveryRoute saleId={row.saleId} number={row.number} />}<Button variant="default" loading={set.busy} aria-label={t(isDone ? 'mark-to-deliver-number' : 'mark-delivered-number', { number: row.number })} onClick={() => void set.run(row.saleId, !isDone)}>{t(isDone ? 'mark-to-deliver' : 'mark-delivered')}</Button></div></td>
    </tr>
  )
}
