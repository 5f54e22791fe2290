import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconGripVertical } from '@tabler/icons-react'
import { useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ColumnsPick.module.css'
import { moved } from './moved.ts'

type Props<C extends string> = {
  /** What stands on the button; the first of `chosen` is fixed, in front. */
  readonly label: string; readonly chosen: readonly C[]; readonly all: readonly C[]; readonly say: (column: C) => string
  readonly onChoose: (columns: readonly C[]) => void; readonly onReset: () => void
}
const rowPx = 44

/** Which columns one sees and in what order: ticks, a handle to drag, buttons for who cannot drag. */
export function ColumnsPick<C extends string>({ label, chosen, all, say, onChoose, onReset }: Props<C>) {
  const { t } = useTranslation('ui')
  const [fixed, ...shown] = chosen
  const hidden = all.filter((name) => !chosen.includes(name))
  const set = (columns: readonly C[]) => onChoose(fixed === undefined ? columns : [fixed, ...columns])
  return (
    <Popover position="bottom-end" withinPortal shadow="md" trapFocus returnFocus>
      <Popover.Target><Button variant="default" leftSection={<IconColumns3 size={20} aria-hidden />}>{label}</Button></Popover.Target>
      <Popover.Dropdown p={4} bg="var(--surface)" aria-label={label}>
        <div className={styles['columns']}>
          {fixed !== undefined && <div className={styles['column']}><span /><Checkbox checked disabled label={say(fixed)} onChange={() => undefined} /></div>}
          <Ordered names={shown} say={say} onOrder={set} onHide={(name) => set(shown.filter((other) => other !== name))} />
          {hidden.map((name) => <div key={name} className={styles['column']}><span /><Checkbox label={say(name)} checked={false} onChange={() => set([...shown, name])} /></div>)}
        </div>
        <div className={styles['foot']}><Button variant="subtle" onClick={onReset}>{t('reset-columns')}</Button></div>
      </Popover.Dropdown>
    </Popover>
  )
}

type OrderedProps<C extends string> = { readonly names: readonly C[]; readonly say: (name: C) => string; readonly onOrder: (names: readonly C[]) => void; readonly onHide: (name: C) => void }
type Drag = { readonly from: number; readonly startPx: number; readonly to: number }

function Ordered<C extends string>({ names, say, onOrder, onHide }: OrderedProps<C>) {
  const { t } = useTranslation('ui')
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
    <div ref={list} role="group" aria-label={t('order-of-columns')} onPointerMove={move} onPointerUp={drop} onPointerCancel={() => setDrag(null)}>
      {seen.map((name, at) => (
        <div key={name} className={styles['column']} data-dragged={drag !== null && names[drag.from] === name}>
          <span className={styles['handle']} title={t('drag-column')} data-handle={name} onPointerDown={(event) => begin(event, names.indexOf(name))}><IconGripVertical size={20} aria-hidden /></span>
          <Checkbox label={say(name)} checked onChange={() => onHide(name)} />
          <ActionIcon color="gray" disabled={at === 0} aria-label={t('move-up', { name: say(name) })} onClick={() => onOrder(moved(names, at, at - 1))}><IconArrowUp size={18} aria-hidden /></ActionIcon>
          <ActionIcon color="gray" disabled={at === names.length - 1} aria-label={t('move-down', { name: say(name) })} onClick={() => onOrder(moved(names, at, at + 1))}><IconArrowDown size={18} aria-hidden /></ActionIcon>
        </div>
      ))}
    </div>
  )
}
