import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { keepCart } from '../sales/use-cart.ts'
import { useAct } from '../use-call.ts'
import styles from './CustomerStrip.module.css'

/** Why things cost what they cost for this customer, and the question where that changed while they stand on the cart (S2-13). */
export function CustomerStripTerms({ customer }: { readonly customer: CartCustomer }) {
  const { t } = useTranslation('customers')
  const { percent } = useFormat()
  const { terms: { listName, listFrom, offPpm, offFrom, unsettled }, exempt } = customer
  const said = [listName !== null && t(`terms-${listFrom}`, { list: listName }), offFrom !== null && t(`terms-off-${offFrom}`, { percent: percent(offPpm) })].filter((part) => part !== false)
  return (
    <>
      {(said.length > 0 || exempt) && (
        <div className={styles['terms']} data-terms>
          {said.length > 0 && <span>{said.join(' · ')}</span>}
          {exempt && <strong>{exempt.certificate === '' ? t('terms-exempt-plain') : t('terms-exempt', { certificate: exempt.certificate })}</strong>}
        </div>
      )}
      {unsettled > 0 && <Unsettled name={listName ?? customer.groupName ?? t('prices-everyone')} count={unsettled} />}
    </>
  )
}

function Unsettled({ name, count }: { readonly name: string; readonly count: number }) {
  const { t } = useTranslation('customers')
  const applying = useAct(async () => keepCart((await call('sales/apply-terms', { requestId: newRequestId() })).cart))
  const keeping = useAct(async () => keepCart(await call('sales/keep-terms', { requestId: newRequestId() })))
  return (
    <div className={styles['ask']} role="status">
      <span>{t('prices-changed', { name, count })}</span>
      <Button size="md" loading={applying.busy} onClick={() => void applying.run()}>{t('prices-apply')}</Button>
      <Button size="md" variant="default" loading={keeping.busy} onClick={() => void keeping.run()}>{t('prices-keep')}</Button>
    </div>
  )
}
