import { ActionIcon, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../commands.ts'
import { CameraButton } from '../../ui/CameraButton.tsx'
import { keyName } from '../../use-keys.ts'
import styles from './List.module.css'

const typingPauseMs = 150
type Props = { readonly text: string; readonly onText: (text: string) => void; readonly onDown: () => void }

/** Name, nickname, company, phone, mobile, e-mail or code; looked for 150 ms after the last key. Esc clears, the arrow down goes into the list. */
export function SearchBox({ text, onText, onDown }: Props) {
  const { t } = useTranslation('list')
  const [typed, setTyped] = useState(text)
  const [asked, setAsked] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  useCommands([{ name: 'customer-list-search', label: t('search-for-customer'), key: 'Ctrl+F', do: () => field.current?.select() }])
  useFindKey(() => field.current?.select())
  // What others set (a cleared filter, a link from a group) stands in the field too.
  if (text !== asked) {
    setAsked(text)
    setTyped(text)
  }
  useEffect(() => {
    if (typed === asked) return undefined
    const timer = window.setTimeout(() => (setAsked(typed), onText(typed)), typingPauseMs)
    return () => window.clearTimeout(timer)
  }, [typed, asked, onText])
  const clear = () => (setTyped(''), setAsked(''), onText(''), field.current?.focus())
  const press = (event: KeyboardEvent) => {
    const act = event.key === 'Escape' && typed !== '' ? clear : event.key === 'ArrowDown' || event.key === 'Enter' ? onDown : null
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <TextInput
      ref={field} className={styles['search'] ?? ''} type="text" value={typed} placeholder={t('search-for-customer')} aria-label={t('search-for-customer')} maxLength={200} autoComplete="off" spellCheck={false}
      leftSection={<IconSearch size={20} aria-hidden />} rightSectionWidth={typed === '' ? 48 : 92} rightSectionPointerEvents="all" data-list-search onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={press}
      rightSection={<>{typed !== '' && <ActionIcon color="gray" aria-label={t('clear-search')} onClick={clear}><IconX size={20} aria-hidden /></ActionIcon>}<CameraButton /></>}
    />
  )
}

/** On this page Ctrl+F is its own search, before the one that looks everywhere. */
function useFindKey(find: () => void): void {
  const latest = useRef(find)
  useEffect(() => void (latest.current = find))
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (keyName(event) !== 'Ctrl+F' || document.activeElement?.closest('[role="dialog"]')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
}
