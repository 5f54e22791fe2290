import { createContext, useCallback, useContext } from 'react'
import type { ApprovalId, Right } from '../main/vocabulary.ts'
import { CallFailed } from './bridge.ts'

/** What the PIN pad says: "Refund 12.00 of sale 1-000042". */
export type Asking = { readonly right: Right; readonly target: string; readonly what: string }
/** Opens the PIN pad over everything; null when it was cancelled. staff/ brings the dialog, app.tsx mounts it. */
export type AskApproval = (asking: Asking) => Promise<ApprovalId | null>
export const ApprovalContext = createContext<AskApproval>(() => Promise.resolve(null))

/**
 * Does a guarded act: tries it with nothing in hand, and when main answers "needs approval" shows the PIN pad and tries once more with
 * what the manager signed. Answers undefined when it was cancelled. Which roles need it, main alone knows.
 */
export function useApproved() {
  const ask = useContext(ApprovalContext)
  return useCallback(
    async <R>(what: string, act: (approvalId: ApprovalId | null) => Promise<R>): Promise<R | undefined> => {
      try {
        return await act(null)
      } catch (error) {
        if (!(error instanceof CallFailed) || error.code !== 'needs-approval') throw error
        const { right, target } = error.facts as { right: Right; target: string }
        const approvalId = await ask({ right, target, what })
        return approvalId === null ? undefined : act(approvalId)
      }
    },
    [ask],
  )
}
