import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraButton } from '../ui/CameraButton.tsx'
import styles from './CustomerPicker.module.css'
import type { Picking } from './use-picking.ts'

type Props = { readonly picking: Picking; readonly listId: string; readonly placeholder: string; readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void }

/** Where one types who is meant. It keeps the focus; the list below is walked from here (combobox with a grid). */
export function SearchField({ picking, listId, placeholder, onKeyDown }: Props) {
  const { t } = useTranslation('picker')
  const { active } = picking
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <TextInput
      className={styles['search'] ?? ''} value={picking.typed} onChange={(event) => picking.type(event.currentTarget.value)} onKeyDown={onKeyDown} data-autofocus ref={field}
      leftSection={<IconSearch size={20} aria-hidden />} rightSection={<CameraButton />} rightSectionWidth={48} rightSectionPointerEvents="all" placeholder={placeholder} aria-label={t('search-name')} autoComplete="off" spellCheck={false} maxLength={200} data-customer-search
      role="combobox" aria-expanded aria-haspopup="grid" aria-controls={listId} aria-autocomplete="list" {...(active >= 0 && picking.rowAt(active) ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
    />
  )
}
