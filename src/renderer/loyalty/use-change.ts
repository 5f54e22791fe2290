import { useContext, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { ApprovalId, CustomerId, Json } from '../../main/vocabulary.ts'
import { ApprovalContext } from '../approval.ts'
import { call, CallFailed, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import { useTerms } from './use-points.ts'
import { useSay } from './use-say.ts'

type Adjust = Input<'loyalty/adjust-points'>
export type Act = Adjust['direction']
/** What a manager has allowed by PIN: adding or removing, for one customer, once. */
export type Signed = { readonly act: Act; readonly approvalId: ApprovalId }
export type Change = Pick<Adjust, 'points' | 'reason' | 'note' | 'countsForTier' | 'expires' | 'saleId'>
type Given = { readonly customerId: CustomerId; readonly name: string; readonly signed: Signed; readonly onDone: () => void }

/**
 * Adds or removes points. One intended change has one request id, however often it is tried; above a limit (`over`, in words) a second manager
 * may sign.
 */
export function useChange({ customerId, name, signed, onDone }: Given) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const sayLimit = useSayLimit(signed.act)
  const { sign, send } = useSending(customerId, name, signed)
  const [over, setOver] = useState<{ readonly sentence: string; readonly target: string } | null>(null)
  const changing = useAct(async (change: Change, secondTarget: string | null) => {
    const second = secondTarget === null ? null : await sign(secondTarget)
    const moved = await send(change, second)
    const text = t(`done-${signed.act}`, { name, points: say.points(change.points), before: say.number(moved.before), after: say.number(moved.balance) })
    sayToast({ tone: 'done', text, undo: () => void takeBack(moved.entryId, t('undone', { name })) })
    onDone()
  }, ({ code, facts }) => {
    if (code === 'points-limit' && typeof facts['target'] === 'string') setOver({ sentence: sayLimit(facts), target: facts['target'] })
    return code === 'points-limit' || code === cancelled
  })
  return {
    over, clear: () => setOver(null), busy: changing.busy,
    change: (change: Change) => (setOver(null), void changing.run(change, null)), second: (change: Change) => void changing.run(change, over?.target ?? null),
  }
}

/** The manager walked away from the pad: nothing happened, and nothing needs to be said. */
const cancelled = 'needs-approval'

/** Sends the change with what was signed; a signature that ran out while the number was typed is asked for again. */
function useSending(customerId: CustomerId, name: string, signed: Signed) {
  const { t } = useTranslation('loyalty')
  const ask = useContext(ApprovalContext)
  const held = useRef({ requestId: newRequestId(), approvalId: signed.approvalId })
  const sign = async (target: string): Promise<ApprovalId> => {
    const approvalId = await ask({ right: 'adjust-points', target, what: t(`approve-${signed.act}`, { name }) })
    if (approvalId === null) throw new CallFailed(cancelled, {})
    return approvalId
  }
  const once = (change: Change, secondApprovalId: ApprovalId | null) => call('loyalty/adjust-points', { ...held.current, customerId, direction: signed.act, ...change, secondApprovalId })
  const send = async (change: Change, second: ApprovalId | null) => {
    try {
      return await once(change, second)
    } catch (error) {
      if (!(error instanceof CallFailed) || (error.code !== 'approval-expired' && error.code !== 'approval-used')) throw error
      const { target } = await call('loyalty/approval-target', { customerId, act: signed.act, second: false })
      held.current = { ...held.current, approvalId: await sign(target) }
      return once(change, second)
    }
  }
  return { sign, send }
}

/** "You can add up to 500 a day, 120 left." */
function useSayLimit(act: Act) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const limits = useTerms()?.adjustments
  return (facts: Readonly<Record<string, Json>>): string => {
    const most = say.number(Number(facts['most'] ?? limits?.mostPerAct))
    return facts['limit'] === 'act' ? t(`limit-act-${act}`, { most }) : t(`limit-day-${act}`, { most, left: say.number(Number(facts['left'])) })
  }
}

/** An undo outlives the sheet it was offered on, so it says its own failure. */
async function takeBack(entryId: Input<'loyalty/undo-adjustment'>['entryId'], done: string): Promise<void> {
  try {
    await call('loyalty/undo-adjustment', { requestId: newRequestId(), entryId, reason: '', approvalId: null })
    sayToast({ tone: 'done', text: done })
  } catch (error) {
    sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) })
  }
}
