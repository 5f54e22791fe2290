import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

/** What nobody edits: the code printed on cards, and which way the customer came. */
export function CodeAndSource() {
  const { t } = useTranslation('form')
  const { date } = useFormat()
  const { customer } = useForm()
  if (!customer) return null
  return (
    <dl className={styles['facts']}>
      <div><dt>{t('code')}</dt><dd>{customer.code}</dd></div>
      <div><dt>{t('source')}</dt><dd>{t(`source-${customer.origin}`)}</dd></div>
      <div><dt>{t('made')}</dt><dd>{date(customer.madeAt)}</dd></div>
    </dl>
  )
}
