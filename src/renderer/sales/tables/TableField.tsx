import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Floor } from '../../../main/flows/edit-tables.ts'
import type { SaleId, TableId } from '../../../main/vocabulary.ts'

type Props = { readonly floor: Floor; readonly saleId: SaleId; readonly value: TableId | null; readonly onTable: (table: TableId | null) => void }

/** At which table the cart waits. Others may stand there: a party that pays apart. */
export function TableField({ floor, saleId, value, onTable }: Props) {
  const { t } = useTranslation('tables')
  const label = ({ name, carts }: Floor[number]): string => {
    const others = carts.filter(({ id }) => id !== saleId).length
    return others === 0 ? name : t('taken', { name, count: others })
  }
  return (
    <Select
      label={t('table')} placeholder={t('no-table')} description={floor.length === 0 ? t('name-them') : undefined} clearable searchable disabled={floor.length === 0} comboboxProps={{ withinPortal: true }}
      clearButtonProps={{ 'aria-label': t('no-table') }} data={floor.map((table) => ({ value: table.id, label: label(table) }))} value={value} onChange={(id) => onTable(id as TableId | null)}
    />
  )
}

/** Where this cart stands now. */
export const tableOf = (floor: Floor | null, saleId: SaleId): TableId | null => floor?.find(({ carts }) => carts.some(({ id }) => id === saleId))?.id ?? null
