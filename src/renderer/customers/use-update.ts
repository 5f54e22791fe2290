import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../main/handlers.ts'
import { useApproved } from '../approval.ts'
import { call, CallFailed } from '../bridge.ts'

type Update = Omit<Input<'customers/update'>, 'approvalId'>

/** Writes what changed of a customer. What only a manager may change is tried once more with their PIN; a pad that was left is 'needs-approval'. */
export function useUpdate(name: string): (update: Update) => Promise<Output<'customers/update'>> {
  const { t } = useTranslation('form')
  const approved = useApproved()
  return async (update) => {
    const what = isCredit(update.changes) ? t('record:approve-pay-later', { name }) : t('approve-birth-date', { name })
    const saved = await approved(what, (approvalId) => call('customers/update', { ...update, approvalId }))
    if (saved === undefined) throw new CallFailed('needs-approval', {})
    return saved
  }
}

const isCredit = (changes: Update['changes']): boolean => changes.payLaterAllowed !== undefined || changes.payLaterLimitCents !== undefined || changes.payLaterDays !== undefined || changes.poRequired !== undefined
