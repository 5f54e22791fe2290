import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useVeiled } from '../use-sight.ts'
import styles from './ProfilePane.module.css'

/** Says what a role does not see whole, and that what is typed there takes the place of what is on file. */
export function VeiledNote() {
  const { t } = useTranslation('roles')
  const veiled = useVeiled()
  if (veiled.length === 0) return null
  return <p className={styles['lock']} role="note"><IconEyeOff size={16} style={{ flex: 'none' }} aria-hidden /> {t('veiled', { fields: veiled.map((field) => t(`field-${field}`)).join(', ') })}</p>
}
