import { Button, UnstyledButton } from '@mantine/core'
import { IconBookmarkPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FilterName, ListFilter } from '../../../main/customers/list-filter.ts'
import styles from './List.module.css'
import { chipsOf, type Said } from './filter-text.ts'

type Props = { readonly filter: ListFilter; readonly said: Said; readonly onRemove: (name: FilterName) => void; readonly onClear: () => void; readonly onSave: () => void }

/** What the list is filtered by: each a chip that takes itself away, and the way to keep them all under a name. */
export function FilterChips({ filter, said, onRemove, onClear, onSave }: Props) {
  const { t } = useTranslation('list')
  const chips = chipsOf(filter, said)
  if (chips.length === 0) return null
  const isSaved = chips.some(({ name }) => name === 'smartGroupId')
  return (
    <div className={styles['chips']} role="group" aria-label={t('filtered-by')}>
      {chips.map(({ name, text }) => (
        <UnstyledButton key={name} className={styles['chip']} data-filter={name} aria-label={t('remove-filter', { filter: text })} title={text} onClick={() => onRemove(name)}>
          <span>{text}</span><IconX size={16} aria-hidden />
        </UnstyledButton>
      ))}
      <Button variant="subtle" onClick={onClear}>{t('clear-filters')}</Button>
      {!isSaved && <Button variant="subtle" leftSection={<IconBookmarkPlus size={20} aria-hidden />} onClick={onSave}>{t('save-smart')}</Button>}
    </div>
  )
}
