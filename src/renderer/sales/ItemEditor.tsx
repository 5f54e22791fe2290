import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '../../main/vocabulary.ts'
import { sayToast } from '../toasts.ts'
import { Failure } from '../ui/Failure.tsx'
import { FormModal } from '../ui/FormModal.tsx'
import { Late } from '../ui/Late.tsx'
import { useKeys } from '../use-keys.ts'
import styles from './Dialogs.module.css'
import { ItemFields } from './ItemFields.tsx'
import { useItemForm } from './use-item-form.ts'

type Props = { readonly id: ItemId | null; readonly code?: string; readonly onClose: () => void; readonly onSaved?: (id: ItemId) => void }

/** Adds an item or changes one. Leaving with something typed asks first. */
export function ItemEditor({ id, code = '', onClose, onSaved }: Props) {
  const { t } = useTranslation('items')
  const item = useItemForm(id, code, (saved, name) => {
    sayToast({ tone: 'done', text: t('saved', { name }) })
    onClose()
    onSaved?.(saved)
  })
  useKeys({ 'Ctrl+S': item.save })
  return (
    <FormModal dirty={item.dirty} onClose={onClose} onSave={item.save} title={t(id === null ? 'new-item' : 'edit-item')} size={780}>{(close) => (<>
      {item.failure && <Failure failure={item.failure} retry={onClose} />}
      {!item.failure && !item.form && <Late />}
      {item.form && (
        <>
          <ItemFields form={item.form} change={item.change} problems={item.problems} refused={item.refused} classes={item.classes} />
          <div className={`${styles['feet']} ${styles['sticky']}`}>
            <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
            <Button onClick={item.save} disabled={item.busy} title="Ctrl+S">{t('ui:save')}</Button>
          </div>
        </>
      )}
    </>)}</FormModal>
  )
}
