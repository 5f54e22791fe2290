import { SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Floor } from '../../../main/flows/edit-tables.ts'

/** What the filter calls carts that stand at no table. No table is named so: names are not empty. */
export const noTable = ''
const every = ' '
type View = 'list' | 'floor'
type Props = { readonly floor: Floor; readonly table: string | null; readonly onTable: (table: string | null) => void; readonly view: View; readonly onView: (view: View) => void }

/** The queue by table: which one, and as a list or as the floor. */
export function TableTools({ floor, table, onTable, view, onView }: Props) {
  const { t } = useTranslation('tables')
  return (
    <>
      {view === 'list' && (
        <Select
          aria-label={t('filter')} w={180} allowDeselect={false} searchable value={table ?? every} onChange={(name) => onTable(name === every ? null : name)}
          data={[{ value: every, label: t('all-tables') }, ...floor.map(({ name }) => ({ value: name, label: name })), { value: noTable, label: t('no-table') }]}
        />
      )}
      <SegmentedControl size="lg" aria-label={t('view')} value={view} onChange={onView} data={[{ value: 'list', label: t('list') }, { value: 'floor', label: t('floor') }]} />
    </>
  )
}
