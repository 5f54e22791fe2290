import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import type { ItemForm } from './item-form.ts'
import styles from './Items.module.css'

type Props = { readonly form: ItemForm; readonly change: (part: Partial<ItemForm>) => void; readonly error: string | undefined }

/** What the item costs on each price list; empty means the list's own discount, shown as the hint. */
export function ItemPrices({ form, change, error }: Props) {
  const { t } = useTranslation('items')
  const format = useFormat()
  const { data = [] } = useAsk('items/price-lists', null, ['items-changed'], { keepLast: true })
  const price = format.readMoney(form.price)
  if (data.length === 0) return null
  return (
    <fieldset className={styles['prices']}>
      <legend>{t('price-list-prices')}</legend>
      {data.map(({ id, name, discountPpm }) => (
        <TextInput
          key={id} label={name} value={form.prices[id] ?? ''} maxLength={12} inputMode="decimal" autoComplete="off"
          onChange={(event) => change({ prices: { ...form.prices, [id]: event.currentTarget.value } })}
          placeholder={price === null ? '' : format.amount(Math.round(price * (1 - discountPpm / 1_000_000)))}
        />
      ))}
      {error && <p role="alert">{error}</p>}
    </fieldset>
  )
}
