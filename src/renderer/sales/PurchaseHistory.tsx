import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerSales } from '../../main/sales/sale.ts'
import type { CustomerId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import styles from './Sale.module.css'
import { SaleRows, type PointsCell } from './SaleRows.tsx'
import { usePages } from './use-pages.ts'
import { useRepeat } from './use-repeat.ts'
import { useSaleLayer } from './use-sale-layer.tsx'

type Props = {
  readonly customerId: CustomerId; readonly onOpenSale: (saleId: SaleId) => void
  /** Called once the sale's items are in the cart again: show the cart. */
  readonly onRepeat: (saleId: SaleId) => void
  readonly points?: PointsCell
  /** Puts them on the cart of the register; absent where they stand beside it. */
  readonly onStart?: () => void
}
type Filter = 'all' | 'completed' | 'refunded' | 'voided'
const perPage = 50

/** Everything one person bought: how often, how much, when last, and each sale to reprint, refund or repeat. */
export function PurchaseHistory({ customerId, onOpenSale, onRepeat, points, onStart }: Props) {
  const { t } = useTranslation('sales')
  const [filter, setFilter] = useState<Filter>('all')
  const pages = usePages('sales/of-customer', { customerId, ...(filter === 'all' ? {} : { state: filter }) }, perPage, ['sales-changed', 'sale-completed'])
  const { show, layer } = useSaleLayer()
  const repeat = useRepeat(onRepeat)
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />
  if (!pages.first) return <Late />
  const acts = {
    onOpen: onOpenSale, onReceipt: (saleId: SaleId) => show({ saleId, part: 'receipt' }), onRefund: (saleId: SaleId) => show({ saleId, part: 'refund' }),
    onRepeat: (saleId: SaleId) => void repeat.run(saleId),
  }
  return (
    <section className={styles['page']} aria-label={t('sales')}>
      <div className={styles['bar']}>
        <Figures sales={pages.first} />
        <SegmentedControl
          aria-label={t('show')} value={filter} onChange={(next) => setFilter(next as Filter)} ml="auto"
          data={(['all', 'refunded', 'voided'] as const).map((value) => ({ value, label: t(`show-${value}`) }))}
        />
      </div>
      {pages.rows.length === 0 && <Empty sentence={t(filter === 'all' ? 'no-sales-yet' : 'none-such')} actions={filter !== 'all' ? [{ label: t('clear-filters'), do: () => setFilter('all') }] : onStart ? [{ label: t('start-sale'), do: onStart }] : []} />}
      {pages.rows.length > 0 && <SaleRows rows={pages.rows} more={pages.more} acts={acts} withCustomer={false} points={points} />}
      {layer}
    </section>
  )
}

function Figures({ sales }: { readonly sales: CustomerSales }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const figures = [
    ['count', format.whole(sales.count)], ['spent', format.money(sales.spentCents)], ['average', format.money(sales.averageCents)],
    ['last', sales.lastAt ? format.date(sales.lastAt) : '–'],
  ] as const
  return <dl className={styles['figures']}>{figures.map(([word, value]) => <div key={word}><dt>{t(word)}</dt><dd>{value}</dd></div>)}</dl>
}
