import { useTranslation } from 'react-i18next'
import { useDates } from '../ui/DateField.tsx'
import styles from './Scan.module.css'
import { sayLicence, type Note } from './say-scan.ts'

/** What the scanned licence says of age and validity, before everything else on the form. It is a barcode read, never an ID verified. */
export function LicenceStrip({ note }: { readonly note: Note }) {
  const { t } = useTranslation('scan')
  const { short } = useDates()
  const sentences = sayLicence(t, note, (date) => short(date as Parameters<typeof short>[0]))
  const warns = sentences.length > 0
  return (
    <div className={styles['strip']} role={warns ? 'alert' : 'status'} {...(warns ? { 'data-warns': '' } : {})} data-licence-strip>
      {note.age !== null && note.under === null && <span>{t('age-read', { age: note.age })}</span>}
      {sentences.map((sentence) => <span key={sentence}>{sentence}</span>)}
    </div>
  )
}
