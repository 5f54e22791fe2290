import { useTranslation } from 'react-i18next'
import type { Hit, PeopleFound } from '../../../main/flows/search-people.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { Initial } from '../Initial.tsx'
import { useFacts } from '../use-facts.ts'
import styles from './TopSearch.module.css'
import { useReasons } from './use-reasons.ts'

type Props = { readonly id: string; readonly typed: string; readonly found: PeopleFound | null; readonly slow: boolean; readonly at: number; readonly onOpen: (id: CustomerId) => void }

/** Who was found, in groups: what has it exactly, then what merely holds it. Beside each the reason, in words. */
export function TopHits({ id, typed, found, slow, at, onOpen }: Props) {
  const { t } = useTranslation('search')
  const whole = found?.mode === 'whole'
  return (
    <>
      <p className={`${styles['note']} muted`} role="status">{slow ? t('looking') : noteOf(t, typed, found)}</p>
      <div role="listbox" id={id} aria-label={t('top-search')} className={styles['list']}>
        {whole && <p role="presentation" className={styles['heading']}>{t('exact', { count: found.rows.length })}</p>}
        {found?.rows.map((hit, row) => <HitRow key={hit.id} id={`${id}-${row}`} hit={hit} active={row === at} onOpen={onOpen} />)}
        {whole && found.close.length > 0 && <p role="presentation" className={styles['heading']}>{t('close-matches', { count: found.close.length })}</p>}
        {found?.close.map((hit, row) => <HitRow key={hit.id} id={`${id}-${found.rows.length + row}`} hit={hit} active={found.rows.length + row === at} onOpen={onOpen} />)}
      </div>
    </>
  )
}

type T = ReturnType<typeof useTranslation<'search'>>['t']
function noteOf(t: T, typed: string, found: PeopleFound | null): string {
  if (found === null) return typed.trim() === '' ? t('top-help') : ''
  if (found.mode === 'whole') return t('more-letters', { count: found.mostLetters })
  if (found.rows.length === 0) return t('nobody', { typed: typed.trim() })
  return found.more ? t('first-only', { count: found.rows.length }) : t('found', { count: found.rows.length })
}

type RowProps = { readonly id: string; readonly hit: Hit; readonly active: boolean; readonly onOpen: (id: CustomerId) => void }
function HitRow({ id, hit, active, onOpen }: RowProps) {
  const { shown, spoken } = useFacts(hit)
  const reasons = useReasons(hit.why)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the search field holds the focus and names the active option
    <div role="option" id={id} aria-selected={active} className={styles['row']} data-active={active} onClick={() => onOpen(hit.id)}>
      <Initial initial={hit.initial} />
      <span className={styles['texts']}>
        <span className={`${styles['name']} cut`}>{hit.displayName}</span>
        <span className="muted cut numbers" aria-hidden>{shown}</span>
        <span className="spoken-only">{spoken}</span>
      </span>
      <span className={`${styles['why']} numbers`}>{reasons.map((reason) => <span key={reason} className="cut">{reason}</span>)}</span>
    </div>
  )
}
