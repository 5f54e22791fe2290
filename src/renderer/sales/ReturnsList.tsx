import { Button, Modal, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { LooseReturnId } from '../../main/vocabulary.ts'
import { call, type CallFailed } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { ReturnSlip } from './ReturnSlip.tsx'
import styles from './Sale.module.css'

type Returns = Output<'sales/returns'>
const rowsAtOnce = 50

/** Opens the list of everything that came back without a receipt. */
export function ReturnsButton() {
  const { t } = useTranslation('returns')
  const [opened, open] = useState(false)
  return (
    <>
      <Button variant="default" style={{ alignSelf: 'flex-end' }} onClick={() => open(true)}>{t('list')}</Button>
      {opened && <ReturnsList onClose={() => open(false)} />}
    </>
  )
}

function ReturnsList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('returns')
  const [shown, show] = useState<LooseReturnId | null>(null)
  const found = useInfiniteQuery<Returns, CallFailed, { pages: Returns[] }, readonly unknown[], string | null>({
    queryKey: ['sales/returns'], initialPageParam: null, meta: { events: ['sales-changed'] }, queryFn: ({ pageParam }) => call('sales/returns', { after: pageParam, most: rowsAtOnce }), getNextPageParam: (last) => last.more,
  })
  if (shown !== null) return <ReturnSlip returnId={shown} duplicate onClose={() => show(null)} />
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('list')} size={1080} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {found.error && <Failure failure={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Late rows={5} />}
      {found.data && rows.length === 0 && <Empty sentence={t('none')} />}
      {rows.length > 0 && <Rows rows={rows} onShow={show} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null} />}
    </Modal>
  )
}

function Rows({ rows, onShow, more }: { readonly rows: Returns['rows']; readonly onShow: (id: LooseReturnId) => void; readonly more: (() => void) | null }) {
  const { t } = useTranslation('returns')
  const format = useFormat()
  return (
    <div className={styles['rows']} style={{ maxHeight: 520 }}>
      <table className={styles['list']} aria-label={t('list')}>
        <thead><tr><th scope="col">{t('sales:date')}</th><th scope="col">{t('sales:number')}</th><th scope="col">{t('sales:reason')}</th><th scope="col">{t('who')}</th><th scope="col" className={styles['number']}>{t('sales:total')}</th><th scope="col">{t('how')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{format.dateTime(row.at)}</td>
              <td><UnstyledButton className={styles['open']} aria-label={t('show-slip', { number: row.number })} onClick={() => onShow(row.id)}>{row.number}</UnstyledButton></td>
              <td>{row.reason || '–'}</td>
              <td>{row.staffName === row.approvedByName ? row.staffName : t('sales:approved-by', { staff: row.staffName, by: row.approvedByName })}</td>
              <td className={styles['number']}>{format.money(row.totalCents)}</td><td>{t(`pay:${row.kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows more={more} />
    </div>
  )
}
