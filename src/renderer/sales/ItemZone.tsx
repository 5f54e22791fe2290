import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId, ItemId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAsk } from '../use-call.ts'
import { CategoryTabs } from './CategoryTabs.tsx'
import { ItemResults } from './ItemResults.tsx'
import { ItemSearch } from './ItemSearch.tsx'
import { ItemTiles } from './ItemTiles.tsx'
import styles from './Items.module.css'
import { useSell } from './sell.ts'
import { useLineEdits } from './use-line-edits.ts'

export const mostFound = 40
const typingPauseMs = 150

/** The left of the sale screen: search, categories, and tiles or what was found. */
export function ItemZone({ typed, setTyped }: { readonly typed: string; readonly setTyped: (typed: string) => void }) {
  const { t } = useTranslation('sell')
  const [categoryId, setCategory] = useState<CategoryId | null>(null)
  const find = useFind(typed, setTyped)
  return (
    <section className={styles['zone']} aria-label={t('items')}>
      <ItemSearch
        typed={typed} setTyped={setTyped} found={find.rows} active={find.active} setActive={find.setActive} onEnter={() => void find.enter()}
      />
      <CategoryTabs chosen={categoryId} onChoose={(id) => (setCategory(id), setTyped(''))} />
      {find.rows ? <ItemResults typed={typed} rows={find.rows} active={find.active} onPick={find.pick} /> : <ItemTiles categoryId={categoryId} />}
    </section>
  )
}

/** What the search box finds, and what Enter does: an exact code or the only match is added, of several the chosen one. */
function useFind(typed: string, setTyped: (typed: string) => void) {
  const { add } = useLineEdits()
  const { open } = useSell()
  const { t } = useTranslation('sell')
  const [active, setActive] = useState(-1)
  const [text] = useDebouncedValue(typed.trim(), typingPauseMs)
  const { data } = useAsk('items/find', { text, most: mostFound }, ['items-changed'], { enabled: text !== '', keepLast: true })
  const rows = typed.trim() === '' || text === '' ? null : (data ?? null)
  const pick = (id: ItemId) => {
    setTyped('')
    setActive(-1)
    void add(id)
  }
  const enter = async () => {
    const wanted = typed.trim()
    if (wanted === '') return
    const chosen = rows?.[active]
    if (chosen) return pick(chosen.id)
    const exact = await call('items/by-barcode', { code: wanted.slice(0, 64) })
    if (exact) return pick(exact.id)
    const found = await call('items/find', { text: wanted, most: mostFound })
    if (found[0] && found.length === 1) return pick(found[0].id)
    if (found.length > 1) return setActive(0)
    if (/^[\w-]{4,64}$/.test(wanted) && /\d/.test(wanted)) return open({ kind: 'unknown', code: wanted })
    sayToast({ tone: 'note', text: t('nothing-found', { text: wanted }) })
  }
  return { rows, active, setActive, pick, enter: () => enter().catch(() => undefined) }
}
