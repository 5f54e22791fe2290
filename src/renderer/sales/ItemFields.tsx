import { Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaxClass } from '../../main/shop/shop.ts'
import type { CategoryId, TaxClassId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import type { ItemForm, ItemProblems } from './item-form.ts'
import { ItemPrices } from './ItemPrices.tsx'
import styles from './Items.module.css'

export type FieldsProps = {
  readonly form: ItemForm; readonly change: (part: Partial<ItemForm>) => void; readonly problems: ItemProblems
  readonly refused: Partial<Record<keyof ItemForm, string>>; readonly classes: readonly TaxClass[]
}

/** All fields of an item, in reading order. Barcodes: scan into the field, as many as there are. */
export function ItemFields(props: FieldsProps) {
  const { t } = useTranslation('items')
  const { form, change, problems, refused } = props
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const say = (field: keyof ItemForm) => refused[field] ?? (problems[field] ? t(problems[field]) : undefined)
  const text = (field: 'name' | 'sku' | 'price' | 'cost' | 'minimumAge', most: number) => ({
    label: t(field), value: form[field], maxLength: most, error: say(field), autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <div className={styles['fields']}>
      <TextInput ref={first} className={styles['wide']} {...text('name', 120)} />
      <TextInput {...text('price', 12)} inputMode="decimal" />
      <TextInput {...text('cost', 12)} inputMode="decimal" />
      <Choices {...props} error={say('taxClassId')} />
      <TextInput {...text('sku', 40)} />
      <TextInput
        {...text('minimumAge', 2)} inputMode="numeric" description={t('age-what')} inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <TagsInput
        className={styles['wide']} label={t('barcodes')} description={t('barcodes-how')} value={[...form.barcodes]}
        onChange={(barcodes) => change({ barcodes })} maxTags={50} maxLength={64} data-takes-scan="enter"
        error={say('barcodes')} acceptValueOnBlur splitChars={[',', ' ']} inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Switch label={t('earns-points')} checked={form.earnsPoints} onChange={(event) => change({ earnsPoints: event.currentTarget.checked })} />
      <Switch
        label={t('customer-required')} checked={form.customerRequired}
        onChange={(event) => change({ customerRequired: event.currentTarget.checked })}
      />
      <ItemPrices form={form} change={change} error={say('prices')} />
    </div>
  )
}

function Choices({ form, change, classes, error }: FieldsProps & { readonly error: string | undefined }) {
  const { t } = useTranslation('items')
  const { data = [] } = useAsk('items/categories', null, ['items-changed'], { keepLast: true })
  return (
    <>
      <Select
        label={t('category')} placeholder={t('no-category')} clearable value={form.categoryId} onChange={(id) => change({ categoryId: id as CategoryId | null })}
        data={data.map(({ id, name }) => ({ value: id, label: name }))} clearButtonProps={{ 'aria-label': t('no-category') }}
      />
      <Select
        label={t('tax-class')} value={form.taxClassId} onChange={(id) => change({ taxClassId: id as TaxClassId | null })} allowDeselect={false} error={error}
        data={classes.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
