import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import { useApproved } from '../../approval.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { useAct } from '../../use-call.ts'

/** Takes a merge back, with a manager where points or money move, and says what stays where. */
export function useUnmerge() {
  const { t } = useTranslation('merge')
  const { whole } = useFormat()
  const approved = useApproved()
  return useAct(async (mergeId: Input<'customers/unmerge'>['mergeId'], name: string) => {
    const parted = await approved(t('approve-unmerge', { gone: name }), (approvalId) => call('customers/unmerge', { requestId: newRequestId(), mergeId, approvalId }))
    if (!parted) return
    const { sales, details } = parted.stays
    const stays = [...(sales > 0 ? [t('stays-sales', { count: sales, shown: whole(sales) })] : []), ...(details ? [t('stays-details')] : [])]
    sayToast({ tone: 'done', text: [`${t('unmerged', { gone: name })}.`, ...stays].join(' ') })
  })
}
