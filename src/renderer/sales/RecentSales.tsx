import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SaleId } from '../../main/vocabulary.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { ReturnsButton } from './ReturnsList.tsx'
import { SaleRows } from './SaleRows.tsx'
import { usePages } from './use-pages.ts'
import { useRepeat } from './use-repeat.ts'
import { useSaleLayer } from './use-sale-layer.tsx'

const perPage = 20

/** The last sales, without leaving the cart. */
export function RecentSales({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sales')
  const pages = usePages('sales/list', { text: null, day: null }, perPage, ['sales-changed', 'sale-completed'])
  const { show, layer } = useSaleLayer()
  const repeat = useRepeat(onClose)
  const acts = {
    onOpen: (saleId: SaleId) => show({ saleId, part: 'sale' }), onReceipt: (saleId: SaleId) => show({ saleId, part: 'receipt' }),
    onRefund: (saleId: SaleId) => show({ saleId, part: 'refund' }), onRepeat: (saleId: SaleId) => void repeat.run(saleId),
  }
  if (layer) return layer
  return (
    <Modal opened onClose={onClose} title={t('recent-sales')} size={1080} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {pages.failure ? <Failure failure={pages.failure} retry={pages.retry} /> : pages.pending ? <Late /> : pages.rows.length === 0 ? <Empty sentence={t('no-sales-yet')} /> : (
        <div style={{ display: 'flex', flexDirection: 'column', height: 480 }}>
          <SaleRows rows={pages.rows} more={pages.more} acts={acts} withCustomer />
        </div>
      )}
      <div style={{ display: 'flex', justifyContent: 'flex-end', marginTop: 12 }}><ReturnsButton /></div>
    </Modal>
  )
}
