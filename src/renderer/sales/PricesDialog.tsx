import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PriceChange } from '../../main/sales/sale.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { useAct } from '../use-call.ts'
import styles from './Dialogs.module.css'
import { keepCart } from './use-cart.ts'

type Props = { readonly opened: boolean; readonly changes: readonly PriceChange[]; readonly onDone: () => void }

/** Prices moved while the cart waited: keep what was promised, or take today's. Never decided silently. */
export function PricesDialog({ opened, changes, onDone }: Props) {
  const { t } = useTranslation('queue')
  const { run, busy } = useAct(async (which: 'sales/keep-prices' | 'sales/update-prices') => {
    keepCart(await call(which, { requestId: newRequestId() }))
    onDone()
  })
  return (
    <Modal opened={opened} onClose={() => void run('sales/keep-prices')} title={t('prices-changed')} size="lg" withCloseButton={false}>
      <Text mb="md">{t('prices-changed-what')}</Text>
      {changes.length > 0 && <Changes changes={changes} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" disabled={busy} onClick={() => void run('sales/update-prices')}>{t('update-prices')}</Button>
        <Button disabled={busy} onClick={() => void run('sales/keep-prices')} data-autofocus>{t('keep-prices')}</Button>
      </Group>
    </Modal>
  )
}

function Changes({ changes }: { readonly changes: readonly PriceChange[] }) {
  const { t } = useTranslation('queue')
  const format = useFormat()
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col" className={styles['number']}>{t('price-saved')}</th>
          <th scope="col" className={styles['number']}>{t('price-now')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ lineId, name, savedCents, nowCents }) => (
          <tr key={lineId}>
            <td>{name}</td>
            <td className={styles['number']}>{format.amount(savedCents)}</td>
            <td className={styles['number']}>{format.amount(nowCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
