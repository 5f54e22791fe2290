import { ActionIcon, Chip } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OnlyWho } from '../../main/customers/only.sql.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import type { LongListHandle } from '../ui/LongList.tsx'
import { useAsk } from '../use-call.ts'
import { useKeys } from '../use-keys.ts'
import styles from './CustomerPicker.module.css'
import { FoundPeople } from './FoundPeople.tsx'
import { PickerFoot } from './PickerFoot.tsx'
import { SearchField } from './SearchField.tsx'
import { usePickerKeys } from './use-picker-keys.ts'
import { usePicking, type Picking } from './use-picking.ts'

type Props = {
  readonly text?: string
  readonly onPick: (customerId: CustomerId) => void; readonly onOpen: (customerId: CustomerId) => void
  readonly onNew: (typed: string) => void; readonly onClose: () => void
}

/** Members, everyone, or those who owe (S5-17); what the shop does not have is not offered. */
function OnlyChips({ picking }: { readonly picking: Picking }) {
  const { t } = useTranslation('picker')
  const hasMembers = useAsk('loyalty/terms', {}, ['loyalty-changed']).data?.on === true
  const payLater = useAsk('accounts/rules', null, ['account-rules-changed']).data?.payLater === true
  const kinds: readonly OnlyWho[] = [...(hasMembers ? ['members' as const] : []), ...(payLater ? ['owing' as const] : [])]
  if (kinds.length === 0) return null
  const chip = (kind: OnlyWho | 'all') => <Chip key={kind} value={kind} variant="outline" size="md" classNames={{ label: styles['chip'] ?? '' }}>{t(`only-${kind}`)}</Chip>
  return (
    <Chip.Group value={picking.only ?? 'all'} onChange={(chosen) => picking.setOnly(kinds.find((kind) => kind === chosen) ?? null)}>
      {chip('all')}{kinds.map(chip)}
    </Chip.Group>
  )
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
        <OnlyChips picking={picking} />
        <Chip variant="outline" size="md" checked={picking.inactive} onChange={picking.setInactive} classNames={{ label: styles['chip'] ?? '' }}>{t('show-inactive')}</Chip>
      </div>
      <FoundPeople id={listId} list={list} picking={picking} onPick={onPick} onOpen={onOpen} />
      <PickerFoot picking={picking} onNew={onNew} />
    </section>
  )
}
