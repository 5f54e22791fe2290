import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../main/sales/item.ts'
import type { CategoryId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { usePlace } from '../navigation.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { AgeBadge } from './AgeBadge.tsx'
import styles from './Items.module.css'
import { MoreRows } from '../ui/MoreRows.tsx'
import { useLineEdits } from './use-line-edits.ts'
import { usePages } from './use-pages.ts'

const tilesPerPage = 60

/** One tap adds one. Arrow keys walk the tiles, Enter adds. */
export function ItemTiles({ categoryId }: { readonly categoryId: CategoryId | null }) {
  const { t } = useTranslation('sell')
  const { go } = usePlace()
  const { add } = useLineEdits()
  const pages = usePages('items/by-category', { categoryId }, tilesPerPage, ['items-changed'])
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    grid.current?.scrollTo({ top: 0 })
  }, [categoryId])
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />
  if (pages.pending) return <div className={styles['grid']}><Late rows={4} height={120} /></div>
  if (pages.rows.length === 0) return <Empty sentence={t('no-items')} actions={[{ label: t('add-items'), do: () => go({ screen: 'office', page: 'items' }) }]} />
  return (
    <div ref={grid} className={styles['grid']} role="group" aria-label={t('items')}>
      {pages.rows.map((row) => <Tile key={row.id} row={row} onAdd={() => void add(row.id)} />)}
      <MoreRows more={pages.more} />
    </div>
  )
}

function Tile({ row, onAdd }: { readonly row: ItemRow; readonly onAdd: () => void }) {
  const format = useFormat()
  return (
    <UnstyledButton className={styles['tile']} onClick={onAdd} onKeyDown={walk}>
      <span className={styles['tileName']}>{row.name}</span>
      <span className={styles['tileFoot']}>
        <span className="numbers">{format.amount(row.priceCents)}</span>
        <AgeBadge minimumAge={row.minimumAge} />
      </span>
    </UnstyledButton>
  )
}

/** Left and right go to the neighbour, up and down to the tile above or below. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const tiles = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
  const at = tiles.indexOf(event.currentTarget)
  const columns = tiles.filter(({ offsetTop }) => offsetTop === tiles[0]?.offsetTop).length
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }
  const next = tiles[at + (steps[event.key] ?? NaN)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
