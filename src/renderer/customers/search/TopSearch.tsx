import { CloseButton, Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit, PeopleFound } from '../../../main/flows/search-people.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { Failure } from '../../ui/Failure.tsx'
import { TopHits } from './TopHits.tsx'
import styles from './TopSearch.module.css'
import { useTopSearch } from './use-top-search.ts'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onOpen: (id: CustomerId) => void }

/** Ctrl+F, at the top of every screen: a person by anything that is known of them, and why they were found (S4-05, S4-06). */
export function TopSearch({ opened, onClose, onOpen }: Props) {
  const { t } = useTranslation('search')
  return (
    <Modal.Root opened={opened} onClose={onClose} size={720} yOffset={8} padding="sm">
      <Modal.Overlay />
      <Modal.Content aria-label={t('top-search')}>
        <Modal.Body><TopSearchBody onClose={onClose} onOpen={(id) => (onClose(), onOpen(id))} /></Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

const hitsOf = (found: PeopleFound | null): readonly Hit[] => (found ? [...found.rows, ...found.close] : [])

function TopSearchBody({ onClose, onOpen }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('search')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { found, asked, failure, slow, retry, settle } = useTopSearch(typed)
  const hits = hitsOf(found)
  // Rows that answer fewer letters than are typed by now are never what Enter means.
  const take = async () => {
    const hit = asked ? hits[at] : hitsOf(await settle())[0]
    if (hit) onOpen(hit.id)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void take()
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextInput
        data-autofocus data-top-search size="lg" value={typed} onChange={(event) => (setTyped(event.currentTarget.value), setAt(0))} onKeyDown={press} maxLength={200} autoComplete="off" spellCheck={false}
        leftSection={<IconSearch size={22} aria-hidden />} rightSection={<CloseButton size={44} aria-label={t('close')} onClick={onClose} />} rightSectionWidth={52} placeholder={t('top-hint')} aria-label={t('top-search')}
        role="combobox" aria-expanded={hits.length > 0} aria-haspopup="listbox" aria-controls={id} aria-autocomplete="list" {...(hits[at] ? { 'aria-activedescendant': `${id}-${at}` } : {})}
      />
      <div className={styles['results']}>
        {failure ? <Failure failure={failure} retry={retry} /> : <TopHits id={id} typed={typed} found={found} slow={slow} at={at} onOpen={onOpen} />}
      </div>
    </>
  )
}
