import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { useAct } from '../../use-call.ts'
import type { Job } from './say-print.ts'

/** What can be done about a job: again, on after a jam, or give it up. */
export function usePrintActs({ id }: Pick<Job, 'id'>) {
  const { t } = useTranslation('printing')
  const again = useAct(async () => {
    const answer = await call('print/again', { requestId: newRequestId(), jobId: id })
    if (answer.how === 'none') sayToast({ tone: 'note', text: t('none') })
  })
  const goOn = useAct(() => call('print/go-on', { jobId: id }))
  const drop = useAct(() => call('print/drop', { jobId: id }))
  return { again, goOn, drop }
}
