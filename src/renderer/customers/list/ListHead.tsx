import { Button, Select } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconLock, IconTableExport, IconTableImport } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { ColumnsPick } from '../../ui/ColumnsPick.tsx'
import { queries, useAct, useAsk } from '../../use-call.ts'
import type { ListProps } from './CustomerList.tsx'
import { chipsOf, withPart } from './filter-text.ts'
import styles from './List.module.css'
import { NewCustomer, type Half } from './NewCustomer.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useColumns, useSaid, type ListState } from './use-list-state.ts'

type Props = ListProps & { readonly state: ListState; readonly onFilters: () => void; readonly onDown: () => void; readonly bulk: ReactNode }

/** Search, Type, Filters and Columns; below them what brings people in and out or, while anybody is ticked, what can be done with them. */
export function ListHead(props: Props) {
  const { memory, choices, state, onFilters, onDown, bulk } = props
  const { t } = useTranslation('list')
  const said = useSaid(choices)
  const keep = useColumns()
  const { filter, show } = state
  const count = chipsOf(filter, said).length
  const allowed = memory.all.filter((column) => choices.columns.includes(column))
  return (
    <header className={styles['top']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>{t('customer-list')}</h1>
        <SearchBox text={filter.text ?? ''} onText={(text) => show(withPart(filter, 'text', text.trim() === '' ? null : text))} onDown={onDown} />
        <TypePick state={state} />
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={20} aria-hidden />} onClick={onFilters}>{count === 0 ? t('filters') : t('filters-on', { count })}</Button>
        <ColumnsPick label={t('columns')} chosen={memory.columns.filter((column) => allowed.includes(column))} all={allowed} say={(column) => t(`col-${column}`)} onChoose={(columns) => void keep(columns)} onReset={() => void keep([])} />
      </div>
      {bulk ?? <InAndOut {...props} />}
    </header>
  )
}

function InAndOut({ memory, state: { filter }, onNew, onImport, onExport }: Props) {
  const { t } = useTranslation('list')
  const remember = useAct(async (half: Half) => void queries.setQueryData(['customers/list-memory', {}], await call('customers/keep-list', { newHalf: half })))
  return (
    <div className={styles['push']}>
      <Button variant="default" disabled={!onImport} title={onImport ? undefined : t('needs-manager')} leftSection={onImport ? <IconTableImport size={20} aria-hidden /> : <IconLock size={20} aria-hidden />} onClick={() => onImport?.()}>{t('import')}</Button>
      <Button variant="default" disabled={!onExport} title={onExport ? undefined : t('needs-manager')} leftSection={onExport ? <IconTableExport size={20} aria-hidden /> : <IconLock size={20} aria-hidden />} onClick={() => onExport?.(filter, null)}>{t('export')}</Button>
      <NewCustomer last={memory.newHalf} onNew={(half) => (half !== memory.newHalf && void remember.run(half), onNew(half))} />
    </div>
  )
}

/** Type: All, Personal, Business, with how many each. */
function TypePick({ state: { filter, show } }: { readonly state: ListState }) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const [opened, setOpened] = useState(false)
  const counts = useAsk('customers/list-options', { filter, facets: ['type'] }, [], { enabled: opened, keepLast: true }).data?.type
  const of = (type: Half): string => (counts ? ` (${whole(counts.find(({ value }) => value === type)?.count ?? 0)})` : '')
  return (
    <Select
      className={styles['type'] ?? ''} aria-label={t('filter-type')} allowDeselect={false} value={filter.type ?? 'all'} onDropdownOpen={() => setOpened(true)} leftSection={<span className={styles['typeName']}>{t('filter-type')}</span>} leftSectionWidth={58} comboboxProps={{ withinPortal: true, width: 200, position: 'bottom-start' }}
      data={[{ value: 'all', label: t('type-all') }, { value: 'personal', label: `${t('type-personal')}${of('personal')}` }, { value: 'business', label: `${t('type-business')}${of('business')}` }]}
      onChange={(type) => show(withPart(filter, 'type', type === 'all' ? null : (type as Half)))}
    />
  )
}
