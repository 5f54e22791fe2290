import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId, ItemId } from '../../main/vocabulary.ts'
import { Page } from '../ui/Page.tsx'
import { useAsk } from '../use-call.ts'
import { useKeys } from '../use-keys.ts'
import { Categories } from './Categories.tsx'
import { ItemEditor } from './ItemEditor.tsx'
import { ItemTable } from './ItemTable.tsx'
import { PriceLists } from './PriceLists.tsx'
import styles from './Sale.module.css'

type Shown = { readonly kind: 'item'; readonly id: ItemId | null } | { readonly kind: 'categories' | 'price-lists' }
export type ItemsWanted = { readonly text: string; readonly categoryId: CategoryId | null; readonly inactive: boolean }

/** Everything the shop sells: found, changed, added, taken off sale. */
export function ItemsPage() {
  const { t } = useTranslation('items')
  const [typed, setTyped] = useState('')
  const [categoryId, setCategory] = useState<CategoryId | null>(null)
  const [inactive, setInactive] = useState(false)
  const [shown, show] = useState<Shown | null>(null)
  const [text] = useDebouncedValue(typed.trim(), 150)
  const add = () => show({ kind: 'item', id: null })
  useKeys({ 'Ctrl+N': add }, shown === null)
  const close = () => show(null)
  return (
    <Page title={t('items')} fill actions={<Actions onShow={show} onAdd={add} />}><section aria-label={t('items')}>
      <div className={styles['bar']}>
        <TextInput
          className={styles['grow']} label={t('find')} value={typed} maxLength={120} onChange={(event) => setTyped(event.currentTarget.value)}
          leftSection={<IconSearch size={20} aria-hidden />}
        />
        <CategoryPick chosen={categoryId} onChoose={setCategory} />
      </div>
      {text !== '' && <Switch label={t('show-inactive')} checked={inactive} onChange={(event) => setInactive(event.currentTarget.checked)} />}
      <ItemTable
        wanted={{ text, categoryId, inactive }} onOpen={(id) => show({ kind: 'item', id })} onAdd={add}
        onClear={() => (setTyped(''), setCategory(null))}
      />
      {shown?.kind === 'item' && <ItemEditor id={shown.id} onClose={close} />}
      {shown?.kind === 'categories' && <Categories onClose={close} />}
      {shown?.kind === 'price-lists' && <PriceLists onClose={close} />}
    </section></Page>
  )
}

function Actions({ onShow, onAdd }: { readonly onShow: (shown: Shown) => void; readonly onAdd: () => void }) {
  const { t } = useTranslation('items')
  return (
    <div className={styles['bar']}>
      <Button variant="default" onClick={() => onShow({ kind: 'categories' })}>{t('categories')}</Button>
      <Button variant="default" onClick={() => onShow({ kind: 'price-lists' })}>{t('price-lists')}</Button>
      <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={onAdd} title="Ctrl+N">{t('new-item')}</Button>
    </div>
  )
}

function CategoryPick({ chosen, onChoose }: { readonly chosen: CategoryId | null; readonly onChoose: (id: CategoryId | null) => void }) {
  const { t } = useTranslation('items')
  const { data = [] } = useAsk('items/categories', null, ['items-changed'], { keepLast: true })
  return (
    <Select
      label={t('category')} placeholder={t('all')} clearable value={chosen} onChange={(id) => onChoose(id as CategoryId | null)} checkIconPosition="right"
      data={data.map(({ id, name }) => ({ value: id, label: name }))} clearButtonProps={{ 'aria-label': t('all') }}
    />
  )
}
