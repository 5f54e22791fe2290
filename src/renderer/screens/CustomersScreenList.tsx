import { ActionIcon, Button, Chip } from '@mantine/core'
import { IconDownload, IconLock, IconUserPlus } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { FoundPeople } from '../customers/FoundPeople.tsx'
import { SearchField } from '../customers/SearchField.tsx'
import { countOf } from '../customers/people-list.ts'
import { usePickerKeys } from '../customers/use-picker-keys.ts'
import { usePicking, type Picking } from '../customers/use-picking.ts'
import { useCommands } from '../commands.ts'
import { useFormat } from '../format.ts'
import { usePlace } from '../navigation.ts'
import { useRights } from '../use-rights.ts'
import { Empty } from '../ui/Empty.tsx'
import { SearchScopes } from '../customers/search/SearchScopes.tsx'
import { useKeptSearch } from '../customers/search/kept-search.ts'
import type { LongListHandle } from '../ui/LongList.tsx'
import styles from './CustomersScreen.module.css'

type Props = { readonly text: string; readonly chosen: CustomerId | null; readonly onOpen: (id: CustomerId) => void; readonly onNew: (typed: string) => void }

/** The list of the Customers screen: the same rows, the same search and the same keys as at the register. */
export function CustomersScreenList({ text, chosen, onOpen, onNew }: Props) {
  const { t } = useTranslation('customers')
  const { kept, keep } = useKeptSearch(text)
  const [scope, setScope] = useState(kept.scope)
  const picking = usePicking(kept.text, { withRecent: false, scope })
  useEffect(() => keep({ text: picking.typed, scope }), [picking.typed, scope, keep])
  const id = useId()
  const list = useRef<LongListHandle>(null)
  const open = (customerId: CustomerId) => onOpen(customerId)
  const keys = usePickerKeys(picking, list, { onPick: open, onOpen: open })
  useChosenLine(picking, chosen)
  useCommands([{ name: 'customer-new', label: t('new-customer'), key: 'Ctrl+N', do: () => onNew(picking.typed) }])
  return (
    <section className={styles['list']} aria-label={t('customers')}>
      <Head onNew={() => onNew(picking.typed)} />
      <div className={styles['search']}><SearchField picking={picking} listId={id} placeholder={t('search:search-for-customers')} onKeyDown={(event) => (event.key === 'Escape' && picking.typed !== '' ? (event.stopPropagation(), picking.type('')) : keys(event))} /></div>
      <div className={styles['chips']}><SearchScopes scope={scope} onScope={setScope} /><Chip variant="outline" size="md" checked={picking.inactive} onChange={picking.setInactive} styles={{ label: { height: 44 } }}>{t('picker:show-inactive')}</Chip></div>
      <People id={id} list={list} picking={picking} onOpen={open} onNew={onNew} onWiden={scope === 'any' ? null : () => setScope('any')} />
    </section>
  )
}

function Head({ onNew }: { readonly onNew: () => void }) {
  const { t } = useTranslation('customers')
  const { go } = usePlace()
  // G7: what someone may not do stays in sight, with a lock.
  const locked = useRights()('import-customers') === 'no'
  const Icon = locked ? IconLock : IconDownload
  return (
    <div className={styles['head']}>
      <h1 className={styles['title']}>{t('customers')}</h1>
      <Button variant="default" disabled={locked} title={locked ? t('needs-manager') : undefined} leftSection={<Icon size={20} aria-hidden />} onClick={() => go({ screen: 'import' })}>{t('import')}</Button>
      <ActionIcon variant="filled" aria-label={t('new-customer')} title={`${t('new-customer')} (Ctrl+N)`} onClick={onNew}><IconUserPlus size={24} aria-hidden /></ActionIcon>
    </div>
  )
}

type PeopleProps = { readonly id: string; readonly list: RefObject<LongListHandle | null>; readonly picking: Picking; readonly onOpen: (id: CustomerId) => void; readonly onNew: (typed: string) => void; readonly onWiden: (() => void) | null }

function People({ id, list, picking, onOpen, onNew, onWiden }: PeopleProps) {
  const { t } = useTranslation('customers')
  const { whole } = useFormat()
  const { go } = usePlace()
  const nobody = !picking.searching && picking.people.counts.isSuccess && picking.people.total === 0
  if (nobody) return <Empty sentence={t('no-customers')} actions={[{ label: t('new-customer'), do: () => onNew('') }, { label: t('import'), do: () => go({ screen: 'import' }) }]} />
  const none = picking.searching && picking.asked && countOf(picking.shown) === 0
  if (none && onWiden) return <Empty sentence={t('search:no-name-or-mobile', { typed: picking.found.text })} actions={[{ label: t('search:search-all'), do: onWiden }, { label: t('new-customer'), do: () => onNew(picking.typed) }]} />
  if (none) return <Empty sentence={t('no-one-matches')} actions={[{ label: t('clear-search'), do: () => picking.type('') }, { label: t('new-customer'), do: () => onNew(picking.typed) }]} />
  return (
    <>
      <FoundPeople id={id} list={list} picking={picking} onPick={onOpen} />
      {!picking.searching && <p className={`${styles['count']} muted numbers`}>{t('count', { count: picking.people.total, shown: whole(picking.people.total) })}</p>}
    </>
  )
}

/** The line of whoever is open beside the list is the one the arrows go on from. */
function useChosenLine(picking: Picking, chosen: CustomerId | null): void {
  const { setActive, shown, rowAt } = picking
  useEffect(() => {
    if (chosen === null) return
    const line = Array.from({ length: Math.min(countOf(shown), 400) }, (_, index) => index).find((index) => rowAt(index)?.id === chosen)
    if (line !== undefined) setActive(line)
  }, [chosen]) // oxlint-disable-line react-hooks/exhaustive-deps -- when someone else is opened, not at each answer
}
