import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TenderRow } from '../../main/sales/sale.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { useAct } from '../use-call.ts'
import styles from './Pay.module.css'
import { keepCart } from './use-cart.ts'

/** What has been put to the sale so far; each can be taken back while the sale is open. */
export function TendersTaken({ tenders }: { readonly tenders: readonly TenderRow[] }) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const takingBack = useAct(async (tenderId: TenderRow['id']) => keepCart(await call('sales/take-back-tender', { requestId: newRequestId(), tenderId })))
  if (tenders.length === 0) return null
  return (
    <ul className={styles['taken']} aria-label={t('taken')}>
      {tenders.map(({ id, kind, amountCents, reference }) => (
        <li key={id}>
          <span>{t(kind)} {reference !== '' && <span className="muted">{reference}</span>}</span>
          <span className="numbers">{format.money(amountCents)}</span>
          <Button variant="default" disabled={takingBack.busy} onClick={() => void takingBack.run(id)}>{t('take-back')}</Button>
        </li>
      ))}
    </ul>
  )
}
