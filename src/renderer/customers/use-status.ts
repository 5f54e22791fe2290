import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'

type Status = 'active' | 'inactive'

/** Deactivate and reactivate: both happen at once and can be undone (C1). */
export function useStatus({ customer }: Output<'customers/card'>) {
  const { t } = useTranslation('profile')
  const put = (status: Status, version: number) => call('customers/update', { requestId: newRequestId(), id: customer.id, version, changes: { status }, keepConsent: {}, consents: [] })
  const back = useAct(put)
  const { run, busy } = useAct(async (status: Status) => {
    const { version } = await put(status, customer.version)
    sayToast({ tone: 'done', text: t(`now-${status}`, { name: customer.displayName }), undo: () => void back.run(status === 'active' ? 'inactive' : 'active', version) })
  })
  return { set: (status: Status) => void run(status), busy }
}
