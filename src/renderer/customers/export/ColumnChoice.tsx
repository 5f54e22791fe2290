import { Button, Checkbox, Collapse } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Export.module.css'
import type { Offer } from './ExportDialog.tsx'

type Props = { readonly offer: Offer; readonly columns: readonly string[]; readonly onColumns: (columns: readonly string[]) => void }

/** Which columns; folded up, since the usual ones are ticked. What takes a PIN, is masked or may not be exported says so. */
export function ColumnChoice({ offer, columns, onColumns }: Props) {
  const { t } = useTranslation('erase')
  const [opened, open] = useState(false)
  const free = offer.columns.filter(({ locked }) => !locked)
  const toggle = (id: string, on: boolean) => onColumns(on ? [...columns, id] : columns.filter((column) => column !== id))
  const note = ({ secret, masked, locked }: Offer['columns'][number]): string | undefined => (locked ? t('locked') : secret ? t('secret') : masked ? t('masked') : undefined)
  return (
    <div>
      <Button variant="default" fullWidth justify="space-between" aria-expanded={opened} onClick={() => open(!opened)}>{t('choose-columns', { count: columns.length })}</Button>
      <Collapse expanded={opened}>
        <div className={styles['some']}>
          <Button variant="subtle" onClick={() => onColumns(free.filter(({ first }) => first).map(({ id }) => id))}>{t('first-columns')}</Button>
          <Button variant="subtle" onClick={() => onColumns(free.filter(({ secret }) => !secret).map(({ id }) => id))}>{t('all-columns')}</Button>
          <Button variant="subtle" onClick={() => onColumns([])}>{t('no-columns')}</Button>
        </div>
        <fieldset className={styles['columns']} aria-label={t('columns')}>
          {offer.columns.map((column) => (
            <Checkbox key={column.id} label={column.head} description={note(column)} disabled={column.locked} checked={columns.includes(column.id)} onChange={(event) => toggle(column.id, event.currentTarget.checked)} />
          ))}
        </fieldset>
        <p className="muted">{t('apostrophe')}</p>
      </Collapse>
    </div>
  )
}
