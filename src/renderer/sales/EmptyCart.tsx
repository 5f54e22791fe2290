import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import styles from './Cart.module.css'

const mostShown = 3

/** Nothing rung up yet: what to do, and the carts that wait, newest first. */
export function EmptyCart({ onOpen }: { readonly onOpen: (row: QueueRow) => void }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const { data = [] } = useAsk('sales/queue', { mine: false }, ['queue-changed'], { keepLast: true })
  const newest = data.filter(({ openOn }) => openOn === null).toSorted((a, b) => b.parkedAt.localeCompare(a.parkedAt)).slice(0, mostShown)
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyWord']}>{t('scan-or-tap')}</p>
      {newest.length > 0 && (
        <div>
          <h2 className={styles['waitingTitle']}>{t('waiting-carts')}</h2>
          <div className={styles['waiting']}>
            {newest.map((row) => (
              <div key={row.id} className={styles['waitingRow']}>
                <span className="cut">{row.label}</span>
                <span className="numbers">{format.amount(row.totalCents)}</span>
                <Button variant="default" onClick={() => onOpen(row)} aria-label={t('open-cart', { name: row.label })}>{t('open')}</Button>
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
