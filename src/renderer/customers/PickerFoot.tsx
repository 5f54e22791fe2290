import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './CustomerPicker.module.css'
import type { Picking } from './use-picking.ts'

/** G4: nobody found is one sentence and the button that fixes it, with what was typed in the right field. */
export function PickerFoot({ picking, onNew }: { readonly picking: Picking; readonly onNew: (typed: string) => void }) {
  const { t } = useTranslation('picker')
  const typed = picking.typed.trim()
  const nobody = picking.searching && picking.asked && picking.found.rows.length === 0 && !picking.found.failure
  const empty = !picking.searching && picking.people.counts.isSuccess && picking.people.total === 0
  if (!picking.searching && !empty) return null
  if (nobody && picking.only !== null) {
    return <div className={styles['foot']}><span style={{ flex: 1 }}>{t(`none-${picking.only}`)}</span><Button variant="default" onClick={() => picking.setOnly(null)}>{t('show-all')}</Button></div>
  }
  if (typed === '' && picking.only !== null) return null
  return (
    <div className={styles['foot']}>
      {nobody && <span style={{ flex: 1 }}>{t('nobody', { typed })}</span>}
      {empty && <span style={{ flex: 1 }}>{t('no-customers')}</span>}
      <Button variant={nobody || empty ? 'filled' : 'default'} fullWidth={!nobody && !empty} leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => onNew(picking.typed)}>
        <span className="cut">{typed === '' ? t('new-customer') : t('create', { typed })}</span>
      </Button>
    </div>
  )
}
