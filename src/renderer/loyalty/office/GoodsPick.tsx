import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId, GroupId, ItemId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { useAsk } from '../../use-call.ts'
import styles from './Program.module.css'

type Goods = { readonly itemIds: ItemId[]; readonly categoryIds: CategoryId[] }
type Props = { readonly value: Goods; readonly onValue: (goods: Goods) => void; readonly disabled: boolean; readonly words?: { readonly items: string; readonly categories: string } | undefined }
const mostFound = 30
/** The place to type in stays beside what was chosen, where there is room. */
const narrow = { inputField: { minWidth: 32 } }

/** Items and categories by name. Items are searched for: a shop has thousands. */
export function GoodsPick({ value, onValue, disabled, words }: Props) {
  const { t } = useTranslation('program')
  return (
    <div className={styles['two']}>
      <CategoriesPick label={words?.categories ?? t('categories')} value={value.categoryIds} disabled={disabled} onValue={(categoryIds) => onValue({ ...value, categoryIds })} />
      <ItemsPick label={words?.items ?? t('items')} value={value.itemIds} disabled={disabled} onValue={(itemIds) => onValue({ ...value, itemIds })} />
    </div>
  )
}

type Pick<T> = { readonly label: string; readonly value: T[]; readonly onValue: (value: T[]) => void; readonly disabled: boolean }
export function CategoriesPick({ label, value, onValue, disabled }: Pick<CategoryId>) {
  const { t } = useTranslation('program')
  const { data = [] } = useAsk('items/categories', null, ['items-changed'], { keepLast: true })
  return <MultiSelect styles={narrow} label={label} searchable clearable disabled={disabled} placeholder={value.length === 0 ? t('none') : ''} nothingFoundMessage={t('no-match')} data={data.map(({ id, name }) => ({ value: id, label: name }))} value={value} onChange={(ids) => onValue(ids as CategoryId[])} clearButtonProps={{ 'aria-label': t('ui:clear') }} />
}

function ItemsPick({ label, value, onValue, disabled }: Pick<ItemId>) {
  const { t } = useTranslation('program')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 150)
  const found = useAsk('items/find', { text, most: mostFound, inactive: false }, ['items-changed'], { enabled: text !== '', keepLast: true }).data ?? []
  const chosen = useQueries({ queries: value.map((id) => ({ queryKey: ['items/get', { id }], queryFn: () => call('items/get', { id }), meta: { events: ['items-changed'] } })) })
  const names = new Map<string, string>([...chosen.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])), ...found.map(({ id, name }) => [id, name] as const)])
  for (const id of value) if (!names.has(id)) names.set(id, '…')
  return <MultiSelect styles={narrow} label={label} searchable clearable disabled={disabled} placeholder={value.length === 0 ? t('find-item') : ''} nothingFoundMessage={text === '' ? t('type-to-find') : t('no-match')} searchValue={typed} onSearchChange={setTyped} data={[...names].map(([id, name]) => ({ value: id, label: name }))} value={value} onChange={(ids) => onValue(ids as ItemId[])} clearButtonProps={{ 'aria-label': t('ui:clear') }} />
}

export function GroupsPick({ label, value, onValue, disabled }: Pick<GroupId>) {
  const { t } = useTranslation('program')
  const { data = [] } = useAsk('customers/groups', {}, ['customers-changed'], { keepLast: true })
  return <MultiSelect styles={narrow} label={label} searchable clearable disabled={disabled} placeholder={value.length === 0 ? t('everyone') : ''} nothingFoundMessage={t('no-match')} data={data.map(({ id, name }) => ({ value: id, label: name }))} value={value} onChange={(ids) => onValue(ids as GroupId[])} clearButtonProps={{ 'aria-label': t('ui:clear') }} />
}
