import { Button, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { takeExport } from '../export/begun.ts'
import styles from './Erase.module.css'
import { ExportMail } from './ExportMail.tsx'

/** Files this person exported, until their last day, and messages that wait with one. */
export function ExportedFiles() {
  const { t } = useTranslation('erase')
  const { day, dateTime, whole } = useFormat()
  const files = useAsk('exports/list', null, ['exports-changed', 'customers-erased'])
  const take = useAct(takeExport)
  const forget = useAct((exportId: string) => call('exports/forget', { exportId }))
  return (
    <section aria-labelledby="exported">
      <h2 id="exported">{t('files')}</h2>
      {files.error && <Failure failure={files.error} retry={() => void files.refetch()} />}
      {files.data?.length === 0 && <Empty sentence={t('no-files')} />}
      {files.data && files.data.length > 0 && (
        <table>
          <thead><tr><th>{t('file')}</th><th>{t('when')}</th><th>{t('people')}</th><th>{t('state')}</th><th>{t('until')}</th><th><VisuallyHidden>{t('take')}</VisuallyHidden></th></tr></thead>
          <tbody>
            {files.data.map((job) => (
              <tr key={job.id}>
                <td>{job.fileName}</td><td>{dateTime(job.madeAt)}</td><td className="numbers">{whole(job.people)}</td><td>{t(`state-${job.state}`)}</td><td>{job.state === 'ready' && job.goneOn ? day(job.goneOn) : '–'}</td>
                <td>{job.state === 'ready' && <><Button variant="subtle" onClick={() => void take.run(job.id)}>{t('take')}</Button><Button variant="subtle" color="red.8" onClick={() => void forget.run(job.id)}>{t('forget')}</Button></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3 className={styles['sub']}>{t('outbox')}</h3>
      <ExportMail />
    </section>
  )
}
