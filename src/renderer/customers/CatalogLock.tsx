import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

/** Names, numbers and addresses of who came by the online catalog are their own to change (S1-29). */
export const useLocked = (): boolean => useForm().customer?.source === 'catalog'

/** Why a field cannot be changed here. */
export function CatalogLock() {
  const { t } = useTranslation('refusals')
  return <p className={styles['lock']}><IconLock size={16} aria-hidden /> {t('catalog-owned')}</p>
}
