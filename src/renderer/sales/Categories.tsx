import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category } from '../../main/sales/item.ts'
import type { CategoryId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { Empty } from '../ui/Empty.tsx'
import { useAct, useAsk } from '../use-call.ts'
import styles from './Dialogs.module.css'

type Save = (category: { id: CategoryId | null; name: string; position: number; active: boolean }) => void

/** The tabs of the sale screen, in their order: rename, add, take away. */
export function Categories({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('items')
  const { data = [] } = useAsk('items/categories', null, ['items-changed'], { keepLast: true })
  const [name, setName] = useState('')
  const saving = useAct((category: Parameters<Save>[0]) => call('items/save-category', { requestId: newRequestId(), ...category }))
  const save: Save = (category) => void saving.run(category)
  const add = () => (save({ id: null, name: name.trim(), position: data.length, active: true }), setName(''))
  return (
    <Modal opened onClose={onClose} title={t('categories')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['addRow']} onSubmit={(event) => (event.preventDefault(), name.trim() !== '' && add())}>
        <TextInput
          style={{ flex: 1 }} label={t('new-category')} value={name} maxLength={60} autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)} data-autofocus
        />
        <Button type="submit" disabled={name.trim() === '' || saving.busy}>{t('ui:add')}</Button>
      </form>
      {data.length === 0 ? <Empty sentence={t('no-categories')} /> : data.map((category, at) => <Row key={category.id} category={category} position={at} save={save} />)}
    </Modal>
  )
}

function Row({ category, position, save }: { readonly category: Category; readonly position: number; readonly save: Save }) {
  const { t } = useTranslation('items')
  const [name, setName] = useState(category.name)
  const rename = () => name.trim() !== '' && name.trim() !== category.name && save({ id: category.id, name: name.trim(), position, active: true })
  const remove = () => {
    save({ id: category.id, name: category.name, position, active: false })
    sayToast({ tone: 'done', text: t('category-removed', { name: category.name }), undo: () => save({ id: category.id, name: category.name, position, active: true }) })
  }
  return (
    <div className={styles['foot']} style={{ marginTop: 8 }}>
      <TextInput
        style={{ flex: 1 }} aria-label={t('category-name', { name: category.name })} value={name} maxLength={60} onBlur={rename}
        onChange={(event) => setName(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Enter' && rename()}
      />
      <span className="muted">{t('count', { count: category.items })}</span>
      <Button variant="subtle" color="gray" onClick={remove} aria-label={t('remove-category', { name: category.name })}>{t('ui:remove')}</Button>
    </div>
  )
}
