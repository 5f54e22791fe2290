import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconGripVertical } from '@tabler/icons-react'
import { useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoyaltyColumn } from '../../main/reports/loyalty-report.ts'
import { call } from '../bridge.ts'
import { queries, useAct } from '../use-call.ts'
import { moved } from './day-columns.ts'
import styles from './Report.module.css'

type Props = { readonly chosen: readonly LoyaltyColumn[]; readonly all: readonly LoyaltyColumn[] }
const rowPx = 44

/** Which columns this person sees and in what order: ticks, a handle to drag, buttons for who cannot drag. Kept at once; the date stays in front. */
export function ColumnsMenu({ chosen, all }: Props) {
  const { t } = useTranslation('report')
  const show = (columns: readonly LoyaltyColumn[]) => queries.setQueryData(['reports/loyalty-columns', {}], { columns, all })
  const keep = useAct(async (columns: readonly LoyaltyColumn[]) => {
    if (columns.length > 0) show(columns)
    try {
      show((await call('reports/set-loyalty-columns', { columns: [...columns] })).columns)
    } catch (error) {
      show(chosen)
      throw error
    }
  })
  const shown = chosen.filter((name) => name !== 'date')
  const hidden = all.filter((name) => !chosen.includes(name))
  const set = (columns: readonly LoyaltyColumn[]) => void keep.run(['date', ...columns])
  return (
    <Popover position="bottom-end" withinPortal shadow="md" trapFocus returnFocus>
      <Popover.Target><Button variant="default" leftSection={<IconColumns3 size={20} aria-hidden />}>{t('set-columns')}</Button></Popover.Target>
      <Popover.Dropdown p={4} bg="var(--surface)" aria-label={t('set-columns')}>
        <div className={styles['columns']}>
          <div className={styles['column']}><span /><Checkbox checked disabled label={t('col-date')} onChange={() => undefined} /></div>
          <Ordered names={shown} onOrder={set} onHide={(name) => set(shown.filter((other) => other !== name))} />
          {hidden.map((name) => <div key={name} className={styles['column']}><span /><Checkbox label={t(`col-${name}`)} checked={false} onChange={() => set([...shown, name])} /></div>)}
        </div>
        <div className={styles['columnsFoot']}><Button variant="subtle" onClick={() => void keep.run([])}>{t('reset-columns')}</Button></div>
      </Popover.Dropdown>
    </Popover>
  )
}

type OrderedProps = { readonly names: readonly LoyaltyColumn[]; readonly onOrder: (names: readonly LoyaltyColumn[]) => void; readonly onHide: (name: LoyaltyColumn) => void }
type Drag = { readonly from: number; readonly startPx: number; readonly to: number }

function Ordered({ names, onOrder, onHide }: OrderedProps) {
  const { t } = useTranslation('report')
  const [drag, setDrag] = useState<Drag | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const seen = drag ? moved(names, drag.from, drag.to) : names
  const begin = (event: PointerEvent, from: number) => (list.current?.setPointerCapture(event.pointerId), setDrag({ from, startPx: event.clientY, to: from }))
  const move = (event: PointerEvent) => {
    if (!drag) return
    const to = Math.max(0, Math.min(names.length - 1, drag.from + Math.round((event.clientY - drag.startPx) / rowPx)))
    if (to !== drag.to) setDrag({ ...drag, to })
  }
  const drop = () => {
    if (drag && drag.to !== drag.from) onOrder(moved(names, drag.from, drag.to))
    setDrag(null)
  }
  return (
    <div ref={list} role="group" aria-label={t('order')} onPointerMove={move} onPointerUp={drop} onPointerCancel={() => setDrag(null)}>
      {seen.map((name, at) => (
        <div key={name} className={styles['column']} data-dragged={drag !== null && names[drag.from] === name}>
          <span className={styles['handle']} title={t('drag')} data-handle={name} onPointerDown={(event) => begin(event, names.indexOf(name))}><IconGripVertical size={20} aria-hidden /></span>
          <Checkbox label={t(`col-${name}`)} checked onChange={() => onHide(name)} />
          <ActionIcon color="gray" disabled={at === 0} aria-label={t('move-up', { name: t(`col-${name}`) })} onClick={() => onOrder(moved(names, at, at - 1))}><IconArrowUp size={18} aria-hidden /></ActionIcon>
          <ActionIcon color="gray" disabled={at === names.length - 1} aria-label={t('move-down', { name: t(`col-${name}`) })} onClick={() => onOrder(moved(names, at, at + 1))}><IconArrowDown size={18} aria-hidden /></ActionIcon>
        </div>
      ))}
    </div>
  )
}
