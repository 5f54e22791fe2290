import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'

type Props = { readonly customerId: CustomerId; readonly saleId: SaleId | null; readonly onChange: (saleId: SaleId | null) => void }
const mostSales = 10

/** Which of their last sales this is about, where it is about one. */
export function SaleLink({ customerId, saleId, onChange }: Props) {
  const { t } = useTranslation('loyalty')
  const { dateTime, money } = useFormat()
  const sales = useAsk('sales/of-customer', { customerId, page: { after: null, most: mostSales } }, ['sales-changed', 'sale-completed']).data?.rows ?? []
  if (sales.length === 0) return null
  const data = sales.map((sale) => ({ value: sale.id as string, label: [sale.number, dateTime(sale.completedAt), money(sale.totalCents)].join(' · ') }))
  return (
    <Select
      label={t('about-sale')} placeholder={t('about-no-sale')} data={data} value={saleId} clearable comboboxProps={{ zIndex: 340 }} clearButtonProps={{ 'aria-label': t('about-no-sale') }}
      onChange={(id) => onChange(id as SaleId | null)}
    />
  )
}
