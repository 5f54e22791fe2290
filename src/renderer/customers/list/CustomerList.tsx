import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListFilter } from '../../../main/customers/list-filter.ts'
import type { Selection } from '../../../main/customers/selection.ts'
import type { ListChoices } from '../../../main/flows/list-choices.ts'
import type { ListMemory } from '../../../main/flows/list-doors.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { Sure } from '../../ui/Sure.tsx'
import { BulkBar, type BulkActs } from './BulkBar.tsx'
import { GroupDialog, SaveSmartGroup, TagDialog, useDeactivate } from './BulkDialogs.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FiltersDrawer } from './FiltersDrawer.tsx'
import { chipsOf, without } from './filter-text.ts'
import { nobodyTicked } from './kept.ts'
import { ListBody } from './ListBody.tsx'
import { ListFoot, Spoken } from './ListFoot.tsx'
import { ListHead } from './ListHead.tsx'
import styles from './List.module.css'
import type { Half } from './NewCustomer.tsx'
import { countTicked, selectionOf } from './ticks.ts'
import { useListState, useSaid, type ListState } from './use-list-state.ts'

/** Everybody ticked, as main is handed them; `clear` unticks them. */
export type Chosen = { readonly selection: Selection; readonly count: number; readonly clear: () => void }
export type ListProps = {
  readonly memory: ListMemory; readonly choices: ListChoices; readonly asked: ListFilter | undefined; readonly opened: CustomerId | null
  readonly onOpen: (id: CustomerId) => void; readonly onEdit: (id: CustomerId) => void; readonly onNew: (half: Half) => void
  /** Null where whoever is signed in may not: the button stays in sight with a lock (G7). */
  readonly onImport: (() => void) | null; readonly onExport: ((filter: ListFilter, chosen: Chosen | null) => void) | null
  /** What other rooms do with many: delete, deactivate, merge, message. */
  readonly acts: (chosen: Chosen) => BulkActs
}
type Asking = 'filters' | 'save' | 'all' | 'group' | 'tag' | null

/** The Customer List of the back office: search, filters, columns, and acts on many. */
export function CustomerList(props: ListProps) {
  const { choices } = props
  const state = useListState(props)
  const said = useSaid(choices)
  const [asking, ask] = useState<Asking>(null)
  const { filter, show, list } = state
  const isFiltered = chipsOf(filter, said).length > 0 || (filter.text ?? '').trim() !== ''
  const selectAll = () => list.ids.length > 0 && ask('all')
  return (
    <section className={styles['list']} aria-label={said.t('customer-list')}>
      <ListHead {...props} state={state} bulk={countTicked(state.ticked) > 0 ? <Many {...props} state={state} ask={ask} /> : null} onFilters={() => ask('filters')} onDown={() => document.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus()} />
      <FilterChips filter={filter} said={said} onRemove={(name) => show(without(filter, name))} onClear={() => show(filter.text === undefined ? {} : { text: filter.text })} onSave={() => ask('save')} />
      <ListBody state={state} isFiltered={isFiltered} opened={props.opened} onOpen={props.onOpen} onEdit={props.onEdit} onAll={selectAll} onNew={() => props.onNew(props.memory.newHalf)} onImport={props.onImport} />
      <ListFoot list={list} isFiltered={isFiltered} mostRows={props.memory.mostRows} onExport={props.onExport ? () => props.onExport?.({}, null) : undefined} />
      <Spoken list={list} ticked={countTicked(state.ticked)} />
      <Asked {...props} state={state} asking={asking} close={() => ask(null)} />
    </section>
  )
}

/** The bar of acts on many, while anybody is ticked. */
function Many({ acts, onExport, state, ask }: ListProps & { readonly state: ListState; readonly ask: (asking: Asking) => void }) {
  const { whole } = useFormat()
  const { ticked, filter, list, setTicked } = state
  const count = countTicked(ticked)
  const deactivate = useDeactivate()
  const clear = () => setTicked(nobodyTicked)
  const chosen: Chosen = { selection: selectionOf(ticked, filter), count, clear }
  const own: BulkActs = { deactivate: { do: () => void deactivate.run(chosen.selection) }, group: { do: () => ask('group') }, tag: { do: () => ask('tag') }, ...(onExport ? { export: { do: () => onExport(filter, chosen) } } : {}) }
  const isShort = ticked.kind === 'ids' && list.total !== null && list.total > count && count >= list.ids.length
  return <BulkBar count={count} acts={{ ...own, ...acts(chosen) }} onNone={clear} everyone={isShort ? { total: whole(list.total ?? 0), do: () => ask('all') } : null} />
}

/** Whatever is asked over the list. */
function Asked({ choices, state, asking, close }: ListProps & { readonly state: ListState; readonly asking: Asking; readonly close: () => void }) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const { filter, show, list, ticked, setTicked } = state
  const total = list.total === null ? null : whole(list.total)
  const many = { selection: selectionOf(ticked, filter), count: countTicked(ticked), onClose: close }
  return (
    <>
      <FiltersDrawer opened={asking === 'filters'} onClose={close} filter={filter} onFilter={show} choices={choices} total={total} />
      {asking === 'save' && <SaveSmartGroup filter={filter} onClose={close} onSaved={(id) => (close(), show({ smartGroupId: id }))} />}
      {asking === 'group' && <GroupDialog {...many} groups={choices.groups} />}
      {asking === 'tag' && <TagDialog {...many} />}
      <Sure
        opened={asking === 'all'} title={t('all-title', { total: total ?? '…' })} consequence={t('all-note')} yes={t('all-yes')} danger={false} busy={list.total === null} onNo={close}
        onYes={() => (setTicked({ kind: 'all', except: new Set(), total: list.total ?? 0 }), close())}
      />
    </>
  )
}
