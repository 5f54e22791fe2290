import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { heals, type Job } from './say-print.ts'
import { usePrintActs } from './use-print-acts.ts'

/** The buttons that fit how a job stands. What may be on paper already is printed again only with DUPLICATE on it, and the button says so. */
export function JobActs({ job }: { readonly job: Job }) {
  const { t } = useTranslation('printing')
  const { again, goOn, drop } = usePrintActs(job)
  const hangs = job.state === 'sending' && job.reason !== ''
  if (job.state === 'queued') return <Button variant="subtle" onClick={() => void drop.run()} loading={drop.busy}>{t('drop')}</Button>
  return (
    <>
      {hangs && !heals(job.reason) && <Button variant="default" onClick={() => void goOn.run()}>{t('go-on')}</Button>}
      {job.state === 'failed' && job.kind !== 'drawer' && <Button variant="default" onClick={() => void again.run()} loading={again.busy}>{t('retry')}</Button>}
      {(hangs || job.state === 'unknown') && <Button variant="default" onClick={() => void again.run()} loading={again.busy}>{t(job.kind === 'receipt' ? 'again-duplicate' : 'again')}</Button>}
    </>
  )
}
