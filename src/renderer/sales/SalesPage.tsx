import { SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate, SaleId } from '../../main/vocabulary.ts'
import { usePlace } from '../navigation.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { Page } from '../ui/Page.tsx'
import { Deliveries } from './Deliveries.tsx'
import styles from './Sale.module.css'
import { ReturnsButton } from './ReturnsList.tsx'
import { SaleRows } from './SaleRows.tsx'
import { usePages } from './use-pages.ts'
import { useRepeat } from './use-repeat.ts'
import { useSaleLayer } from './use-sale-layer.tsx'

const perPage = 100
type Which = 'all' | 'to-deliver' | 'delivered'

/** Every finished sale of the shop, found by number, customer or day. */
export function SalesPage({ saleId }: { readonly saleId?: SaleId }) {
  const { t } = useTranslation('sales')
  const { go } = usePlace()
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [wanted] = useDebouncedValue(text.trim(), 150)
  const pages = usePages('sales/list', { text: wanted === '' ? null : wanted, day: day === '' ? null : (day as PlainDate) }, perPage, ['sales-changed', 'sale-completed'])
  const { show, layer } = useSaleLayer(saleId ? { saleId, part: 'sale' } : null)
  const repeat = useRepeat(() => go({ screen: 'sell' }))
  const open = (part: 'sale' | 'receipt' | 'refund') => (id: SaleId) => show({ saleId: id, part })
  const acts = { onOpen: open('sale'), onReceipt: open('receipt'), onRefund: open('refund'), onRepeat: (id: SaleId) => void repeat.run(id) }
  const clear = () => (setText(''), setDay(''))
  const filtered = wanted !== '' || day !== ''
  return (
    <Page title={t('sales')} fill><section aria-label={t('sales')}>
      <div className={styles['bar']}>
        <SegmentedControl
          aria-label={t('delivery:which-sales')} value={which} onChange={(next) => setWhich(next as Which)}
          data={[{ value: 'all', label: t('delivery:all-sales') }, { value: 'to-deliver', label: t('delivery:to-deliver') }, { value: 'delivered', label: t('delivery:delivered') }]}
        />
        {which === 'all' && <TextInput
          className={styles['find']} label={t('find-sale')} value={text} maxLength={80} onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconSearch size={20} aria-hidden />} data-autofocus
        />}
        {which === 'all' && <TextInput type="date" label={t('day')} value={day} onChange={(event) => setDay(event.currentTarget.value)} />}
        {which === 'all' && <ReturnsButton />}
      </div>
      {which !== 'all' ? <Deliveries delivered={which === 'delivered'} onOpen={acts.onOpen} onAll={() => setWhich('all')} /> : pages.failure ? <Failure failure={pages.failure} retry={pages.retry} /> : pages.pending ? <Late rows={10} /> : pages.rows.length > 0 ? (
        <SaleRows rows={pages.rows} more={pages.more} acts={acts} withCustomer />
      ) : filtered ? <Empty sentence={t('none-such')} actions={[{ label: t('clear-filters'), do: clear }]} /> : (
        <Empty sentence={t('no-sales-yet')} actions={[{ label: t('start-sale'), do: () => go({ screen: 'sell' }) }]} />
      )}
      {layer}
    </section></Page>
  )
}
