import { Modal, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Report.module.css'
import type { SortColumn } from './SortedTable.tsx'

/** The people or rows behind a number, over the report. */
export function ListDialog({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  return <Modal opened onClose={onClose} title={title} size={860} closeButtonProps={{ 'aria-label': t('close') }}>{children}</Modal>
}

type Drilled<R> = { readonly key: string; readonly label: string; readonly of: (row: R) => number; readonly say: (value: number) => string; readonly name: (row: R) => string; readonly open: (row: R) => void; readonly foot?: ReactNode }
/** A column whose numbers lead to what they count; a zero leads nowhere. `name` is what a screen reader says of the button. */
export const drilled = <R,>({ key, label, of, say, name, open, foot }: Drilled<R>): SortColumn<R> => ({
  key, label, number: true, by: of, ...(foot === undefined ? {} : { foot }),
  cell: (row) => (of(row) === 0 ? say(0) : <UnstyledButton className={styles['drill']} aria-label={name(row)} onClick={() => open(row)}>{say(of(row))}</UnstyledButton>),
})
