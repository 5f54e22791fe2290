import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../main/staff/staff.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import styles from './AuditPage.module.css'
import { useAboutWords, useFieldWords, useKindWords, useReasonWords, useValueWords } from './say-facts.ts'

type Facts = Readonly<Record<string, unknown>>
const factsOf = (text: string | null): Facts => {
  const value: unknown = text === null ? {} : JSON.parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : { '': value }
}
type Props = { readonly row: AuditRow; readonly onClose: () => void; readonly onCustomer: (id: CustomerId) => void }

/** One entry whole: who, when, where, why, and of each field that changed what it was and what it became. Read only. */
export function DetailsDialog({ row, onClose, onCustomer }: Props) {
  const { t } = useTranslation(['audit', 'office'])
  const { dateTime } = useFormat()
  const sayKind = useKindWords()
  const about = useAboutWords()(row)
  const reason = useReasonWords()(row)
  return (
    <Modal opened onClose={onClose} title={sayKind(row.kind)} size={720} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={styles['who']}>{t('by', { who: row.staffName ?? t('office:nobody'), when: dateTime(row.at), till: row.tillName ?? '–' })}</p>
      {row.approvedByName && <p className={styles['who']}>{t('office:approved-by', { name: row.approvedByName })}</p>}
      {about !== null && <p className={styles['who']}>{row.saleNumber ? t('sale', { number: row.saleNumber }) : t('about', { name: about })}</p>}
      {about === null && row.target !== '' && <p className={styles['who']}>{t('office:target', { target: row.target })}</p>}
      {reason && <p className={styles['who']}>{t('office:reason', { reason })}</p>}
      <Changes row={row} />
      {row.customerId && row.customerName && <Button variant="default" mt="md" onClick={() => onCustomer(row.customerId!)}>{t('all-of', { name: row.customerName })}</Button>}
    </Modal>
  )
}

function Changes({ row }: { readonly row: AuditRow }) {
  const { t } = useTranslation(['office'])
  const [sayField, sayValue] = [useFieldWords(), useValueWords()]
  const [before, after] = [factsOf(row.before), factsOf(row.after)]
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  if (fields.length === 0) return row.reason ? null : <p className="muted">{t('no-details')}</p>
  return (
    <table className={styles['changes']}>
      <thead><tr><th scope="col">{t('field')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
      <tbody>
        {fields.map((field) => {
          const [was, is] = [sayValue(field, before[field]), sayValue(field, after[field])]
          return <tr key={field} data-changed={was !== is}><th scope="row">{sayField(field)}</th><td>{was}</td><td>{is}</td></tr>
        })}
      </tbody>
    </table>
  )
}
