import { Button, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../main/sales/item.ts'
import type { ItemId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAct, useAsk } from '../use-call.ts'
import { AgeBadge } from './AgeBadge.tsx'
import type { ItemsWanted } from './ItemsPage.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import styles from './Sale.module.css'
import { usePages } from './use-pages.ts'

type Props = { readonly wanted: ItemsWanted; readonly onOpen: (id: ItemId) => void; readonly onAdd: () => void; readonly onClear: () => void }
const perPage = 100
const mostFound = 200

/** All items by name, page by page; or what the search found. */
export function ItemTable({ wanted, onOpen, onAdd, onClear }: Props) {
  const { t } = useTranslation('items')
  const { text, categoryId, inactive } = wanted
  const pages = usePages('items/by-category', { categoryId }, perPage, ['items-changed'])
  const found = useAsk('items/find', { text, most: mostFound, inactive }, ['items-changed'], { enabled: text !== '', keepLast: true })
  const rows = text === '' ? pages.rows : (found.data ?? []).filter((row) => categoryId === null || row.categoryId === categoryId)
  const failure = text === '' ? pages.failure : found.error
  if (failure) return <Failure failure={failure} retry={text === '' ? pages.retry : () => void found.refetch()} />
  if (text === '' ? pages.pending : found.isPending) return <Late rows={10} />
  if (rows.length === 0 && text === '' && categoryId === null) return <Empty sentence={t('none-yet')} actions={[{ label: t('new-item'), do: onAdd }]} />
  if (rows.length === 0) return <Empty sentence={t('none-found')} actions={[{ label: t('clear-filters'), do: onClear }]} />
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('items')}>
        <thead>
          <tr>
            {(['name', 'sku', 'category'] as const).map((word) => <th key={word} scope="col">{t(word)}</th>)}
            <th scope="col" className={styles['number']}>{t('price')}</th>
            <th scope="col">{t('age')}</th>
            <th scope="col"><span className="spoken-only">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} onOpen={() => onOpen(row.id)} />)}</tbody>
      </table>
      <MoreRows more={text === '' ? pages.more : null} />
    </div>
  )
}

function Row({ row, onOpen }: { readonly row: ItemRow; readonly onOpen: () => void }) {
  const { t } = useTranslation('items')
  const format = useFormat()
  const { data = [] } = useAsk('items/categories', null, ['items-changed'], { keepLast: true })
  const { deactivate, activate } = useActive()
  return (
    <tr>
      <td>
        <UnstyledButton className={styles['open']} onClick={onOpen}>{row.name}</UnstyledButton> {!row.active && <span className={styles['state']}>{t('inactive')}</span>}
      </td>
      <td>{row.sku}</td>
      <td>{data.find(({ id }) => id === row.categoryId)?.name ?? '–'}</td>
      <td className={styles['number']}>{format.amount(row.priceCents)}</td>
      <td><AgeBadge minimumAge={row.minimumAge} /></td>
      <td>
        <div className={styles['rowActs']}>
          {row.active ? (
            <Button variant="subtle" color="gray" onClick={() => deactivate(row)} aria-label={t('deactivate-name', { name: row.name })}>
              {t('deactivate')}
            </Button>
          ) : <Button variant="default" onClick={() => activate(row)}>{t('activate')}</Button>}
        </div>
      </td>
    </tr>
  )
}

/** Off sale at once, with Undo: past sales keep naming it. */
function useActive() {
  const { t } = useTranslation('items')
  const on = useAct((id: ItemId) => call('items/activate', { requestId: newRequestId(), id }))
  const off = useAct(async ({ id, name }: ItemRow) => {
    await call('items/deactivate', { requestId: newRequestId(), id })
    sayToast({ tone: 'done', text: t('deactivated', { name }), undo: () => void on.run(id) })
  })
  return { deactivate: (row: ItemRow) => void off.run(row), activate: (row: ItemRow) => void on.run(row.id) }
}
