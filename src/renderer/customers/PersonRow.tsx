import { ActionIcon } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../main/customers/customer.ts'
import { Initial } from './Initial.tsx'
import styles from './PersonRow.module.css'
import { useFacts } from './use-facts.ts'

type Props = {
  readonly row: CustomerRow; readonly id: string; readonly index: number; readonly active: boolean
  /** What the row itself does, in words: "Add to cart" at the register, "Open" in the list. */
  readonly onPick: () => void
  /** The arrow at the end: details without attaching. Absent in the list, where the row opens them. */
  readonly onOpen?: (() => void) | undefined
}

/** One person: initial, name, and what tells namesakes apart. The row picks, the arrow opens. */
export function PersonRow({ row, id, index, active, onPick, onOpen }: Props) {
  const { t } = useTranslation('picker')
  const { shown, spoken } = useFacts(row)
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the search field holds the focus and names the active cell (combobox with a grid)
    <div role="row" aria-rowindex={index + 1} className={styles['row']} data-active={active}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the search field does the same */}
      <div role="gridcell" tabIndex={-1} id={id} aria-selected={active} className={styles['who']} onClick={onPick}>
        <Initial initial={row.initial} photoOf={row.hasPhoto === true ? row.id : null} />
        <span className={styles['texts']}>
          <span className={styles['name']}><span className="cut">{row.displayName}</span>{isMarked(row.status) && <span className={styles['state']} data-state={row.status}>{t(`state-${row.status}`)}</span>}</span>
          <span className={`${styles['facts']} muted cut numbers`} aria-hidden>{shown}</span>
          <span className="spoken-only">{spoken}</span>
        </span>
      </div>
      {onOpen && (
        <div role="gridcell" className={styles['arrow']}>
          <ActionIcon color="gray" aria-label={t('details-of', { name: row.displayName })} onClick={onOpen} tabIndex={-1}><IconChevronRight size={22} aria-hidden /></ActionIcon>
        </div>
      )}
    </div>
  )
}

const isMarked = (status: CustomerRow['status']): boolean => status === 'banned' || status === 'pending'

export function HeadingRow({ children, index }: { readonly children: string; readonly index: number }) {
  return <div role="row" aria-rowindex={index + 1}><div role="gridcell" className={styles['heading']}>{children}</div></div>
}

/** Someone whose line is still on its way. */
export function WaitingRow({ index }: { readonly index: number }) {
  const { t } = useTranslation('picker')
  return (
    <div role="row" aria-rowindex={index + 1} className={styles['row']}>
      <div role="gridcell" aria-label={t('waiting')} style={{ flex: 1 }}><div className={styles['waiting']} /></div>
    </div>
  )
}
