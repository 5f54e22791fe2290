import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../main/sales/item.ts'
import type { ItemId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { AgeBadge } from './AgeBadge.tsx'
import styles from './Items.module.css'

type Props = { readonly typed: string; readonly rows: readonly ItemRow[]; readonly active: number; readonly onPick: (id: ItemId) => void }

/** What was found for the typed text, best first. */
export function ItemResults({ typed, rows, active, onPick }: Props) {
  const { t } = useTranslation('sell')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div className={styles['results']}>
      <p className="spoken-only" role="status">{t('found', { count: rows.length })}</p>
      {rows.length === 0 && <p className={styles['none']}>{t('nothing-found', { text: typed.trim() })}</p>}
      <div ref={list} id="item-results" role="listbox" aria-label={t('search-items')} tabIndex={-1}>
        {rows.map((row, at) => <Result key={row.id} row={row} at={at} active={at === active} onPick={onPick} />)}
      </div>
    </div>
  )
}

function Result({ row, at, active, onPick }: { readonly row: ItemRow; readonly at: number; readonly active: boolean; readonly onPick: (id: ItemId) => void }) {
  const format = useFormat()
  return (
    <div
      id={`item-result-${at}`} role="option" tabIndex={-1} aria-selected={active} className={styles['result']}
      onClick={() => onPick(row.id)} onKeyDown={(event) => event.key === 'Enter' && onPick(row.id)}
    >
      <span className={styles['resultName']}>{row.name}</span>
      <AgeBadge minimumAge={row.minimumAge} />
      <span className="muted">{row.sku}</span>
      <span className="numbers">{format.amount(row.priceCents)}</span>
    </div>
  )
}
