import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import styles from './Report.module.css'
import type { Filter } from './span.ts'

type Props = { readonly filter: Filter; readonly onPick: (filter: Filter) => void; readonly till: boolean; readonly name: boolean }
const everyTill = 'all'
const typingPauseMs = 300
const mostLetters = 80

/** One till or all, and a customer's name: totals are then of those rows alone. */
export function FilterPick({ filter, onPick, till, name }: Props) {
  const { t } = useTranslation('report')
  const tills = useAsk('shop/registers', {}, ['shop-changed']).data ?? []
  const [typed, setTyped] = useState(filter.text)
  const search = useDebouncedCallback((text: string) => onPick({ ...filter, text: text.trim() }), typingPauseMs)
  return (
    <>
      {till && (
        <Select
          className={styles['till'] ?? ''} label={t('till')} allowDeselect={false} value={filter.registerId ?? everyTill} data={[{ value: everyTill, label: t('every-till') }, ...tills.map(({ id, name: label }) => ({ value: id, label }))]}
          onChange={(value) => onPick({ ...filter, registerId: value === everyTill ? null : (value as RegisterId) })}
        />
      )}
      {name && (
        <TextInput
          className={styles['search'] ?? ''} type="search" label={t('search-customer')} value={typed} maxLength={mostLetters} leftSection={<IconSearch size={18} aria-hidden />}
          onChange={({ currentTarget: { value } }) => (setTyped(value), search(value))}
        />
      )}
    </>
  )
}
