import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../main/sales/item.ts'
import { CameraButton } from '../ui/CameraButton.tsx'
import { useKeys } from '../use-keys.ts'
import styles from './Items.module.css'
import { useSell } from './sell.ts'

type Props = {
  readonly typed: string; readonly setTyped: (typed: string) => void; readonly found: readonly ItemRow[] | null
  readonly active: number; readonly setActive: (active: number) => void; readonly onEnter: () => void
}

/** F3: items by name, code or barcode. Arrows walk the results while the cursor stays here. */
export function ItemSearch({ typed, setTyped, found, active, setActive, onEnter }: Props) {
  const { t } = useTranslation('sell')
  const { dialog } = useSell()
  const field = useRef<HTMLInputElement>(null)
  useKeys({ F3: () => field.current?.select() }, dialog === null)
  const clear = () => (setTyped(''), field.current?.focus())
  const last = (found?.length ?? 0) - 1
  const press = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      ArrowDown: () => setActive(Math.min(last, active + 1)), ArrowUp: () => setActive(Math.max(-1, active - 1)), Enter: onEnter, Escape: () => setTyped(''),
    }
    if (!acts[event.key] || (event.key === 'Escape' && typed === '')) return
    event.preventDefault()
    acts[event.key]?.()
  }
  return (
    <TextInput
      ref={field} className={styles['search']} value={typed} onChange={(event) => (setTyped(event.currentTarget.value), setActive(-1))} onKeyDown={press}
      aria-label={t('search-items')} placeholder={t('search-items')} maxLength={120} autoComplete="off" spellCheck={false}
      role="combobox" aria-expanded={found !== null} aria-controls="item-results" aria-autocomplete="list"
      {...(found?.[active] ? { 'aria-activedescendant': `item-result-${active}` } : {})}
      leftSection={<IconSearch size={20} aria-hidden />} rightSectionWidth={typed === '' ? 84 : 48} rightSectionPointerEvents="all"
      rightSection={typed === '' ? <><Kbd aria-hidden>F3</Kbd><CameraButton /></> : <CloseButton size={44} iconSize={18} aria-label={t('clear-search')} onClick={clear} />}
    />
  )
}
