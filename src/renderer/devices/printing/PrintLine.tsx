import { Loader } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PaperOf } from '../../printing.ts'
import { useAsk } from '../../use-call.ts'
import { JobActs } from './JobActs.tsx'
import styles from './Printing.module.css'
import { toneOf, useSayPrint } from './say-print.ts'

/** How the paper of this sale fares, for whoever shows the sale. */
export const printLine = (paper: PaperOf) => <PrintLine {...paper} />

/** Under a paid sale and beside its receipt: Printing…, Printed, or what is wrong and how to mend it. Nothing where nothing was printed. */
function PrintLine(paper: PaperOf) {
  const { t } = useTranslation('printing')
  const job = useAsk('print/of-sale', paper, ['printing-changed'], { keepLast: true }).data
  const say = useSayPrint()
  if (!job) return null
  const tone = toneOf(job)
  return (
    <div className={styles['line']} data-tone={tone} role="status" aria-label={t('receipt-print')}>
      <span className={styles['mark']}>{tone === 'busy' ? <Loader size={16} aria-hidden /> : tone === 'done' ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}</span>
      <span className={styles['words']}>{say(job)}{job.duplicate && <span className="muted"> {t('was-duplicate')}</span>}</span>
      {(tone === 'warn' || tone === 'bad') && <span className={styles['acts']}><JobActs job={job} /></span>}
    </div>
  )
}
