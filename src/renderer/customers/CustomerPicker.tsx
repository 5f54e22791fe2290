import { ActionIcon, Chip } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import type { LongListHandle } from '../ui/LongList.tsx'
import { useKeys } from '../use-keys.ts'
import styles from './CustomerPicker.module.css'
import { FoundPeople } from './FoundPeople.tsx'
import { PickerFoot } from './PickerFoot.tsx'
import { SearchField } from './SearchField.tsx'
import { usePickerKeys } from './use-picker-keys.ts'
import { usePicking } from './use-picking.ts'

type Props = {
  readonly text?: string
  readonly onPick: (customerId: CustomerId) => void; readonly onOpen: (customerId: CustomerId) => void
  readonly onNew: (typed: string) => void; readonly onClose: () => void
}

/** Who is buying: search first, the people served last before that, everyone by the alphabet below. */
export function CustomerPicker({ text = '', onPick, onOpen, onNew, onClose }: Props) {
  const { t } = useTranslation('picker')
  const picking = usePicking(text)
  const listId = useId()
  const list = useRef<LongListHandle>(null)
  const keys = usePickerKeys(picking, list, { onPick, onOpen })
  useKeys({ 'Ctrl+N': () => onNew(picking.typed) })
  return (
    <section className={styles['picker']} aria-label={t('customers')}>
      <div className={styles['head']}>
        <SearchField picking={picking} listId={listId} placeholder={t('search')} onKeyDown={keys} />
        <ActionIcon variant="filled" aria-label={t('new-customer')} title={`${t('new-customer')} (Ctrl+N)`} onClick={() => onNew(picking.typed)}><IconUserPlus size={24} aria-hidden /></ActionIcon>
        <ActionIcon color="gray" aria-label={t('close')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
      </div>
      <div className={styles['chips']}>
        <Chip variant="outline" size="md" checked={picking.inactive} onChange={picking.setInactive} classNames={{ label: styles['chip'] ?? '' }}>{t('show-inactive')}</Chip>
      </div>
      <FoundPeople id={listId} list={list} picking={picking} onPick={onPick} onOpen={onOpen} />
      <PickerFoot picking={picking} onNew={onNew} />
    </section>
  )
}
