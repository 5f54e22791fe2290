import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Section } from '../../ui/Page.tsx'
import { useAsk } from '../../use-call.ts'
import { JobActs } from './JobActs.tsx'
import styles from './Printing.module.css'
import { toneOf, useSayPrint } from './say-print.ts'

/** The last papers of this till, and what became of each. */
export function PrintJobs() {
  const { t } = useTranslation('printing')
  const { dateTime } = useFormat()
  const say = useSayPrint()
  const jobs = useAsk('print/jobs', { most: 8 }, ['printing-changed'], { keepLast: true }).data ?? []
  if (jobs.length === 0) return null
  return (
    <Section title={t('jobs')}>
      <table className={styles['jobs']} aria-label={t('jobs')}>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td className="numbers">{dateTime(job.madeAt)}</td>
              <td>{t(`kind-${job.kind}`)}{job.duplicate && <span className="muted"> {t('was-duplicate')}</span>}</td>
              <td><span className={styles['how']} data-tone={toneOf(job)}>{say(job)}</span></td>
              <td><span className={styles['acts']}><JobActs job={job} /></span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
