import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { CustomerTable } from './CustomerTable.tsx'
import styles from './List.module.css'
import type { ListState } from './use-list-state.ts'

type Props = {
  readonly state: ListState; readonly isFiltered: boolean; readonly opened: CustomerId | null; readonly onOpen: (id: CustomerId) => void; readonly onEdit: (id: CustomerId) => void
  readonly onAll: () => void; readonly onNew: () => void; readonly onImport: (() => void) | null
}
const skeletonRows = 10

/** The rows, or why there are none: still looking, nobody matches, nobody is there yet, or it went wrong. */
export function ListBody({ state, isFiltered, opened, onOpen, onEdit, onAll, onNew, onImport }: Props) {
  const { t } = useTranslation('list')
  const { list } = state
  if (list.failure) return <div className={styles['fill']}><Failure failure={list.failure} retry={list.again} /></div>
  if (list.isPending) return <div className={styles['fill']}><Late rows={skeletonRows} height={44} /></div>
  if (list.ids.length === 0 && isFiltered) return <div className={styles['fill']}><Empty sentence={t('no-one-matches')} actions={[{ label: t('clear-filters'), do: () => state.show({}) }]} /></div>
  if (list.ids.length === 0) return <div className={styles['fill']}><Empty sentence={t('no-customers')} actions={[{ label: t('new-customer'), do: onNew }, ...(onImport ? [{ label: t('import'), do: onImport }] : [])]} /></div>
  return (
    <>
      {list.near && <p className={styles['near']}>{t('near')}</p>}
      <CustomerTable
        list={list} columns={state.columns} sort={state.sort} onSort={state.setSort} ticked={state.ticked} onTick={state.tick} onAll={onAll} line={state.line} onLine={state.setLine} opened={opened}
        onOpen={onOpen} onEdit={onEdit} top={state.top} onTop={state.setTop}
      />
    </>
  )
}
