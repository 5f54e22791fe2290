import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { ApprovalId } from '../../main/vocabulary.ts'
import { ApprovalContext, type Asking } from '../approval.ts'
import { StaffApprovalDialog } from './StaffApprovalDialog.tsx'

/** Gives every screen the PIN pad: one asking at a time, answered with what the manager signed, or null when it was cancelled. */
export function StaffApproval({ children }: { readonly children: ReactNode }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const answer = useRef<((id: ApprovalId | null) => void) | null>(null)
  const ask = useCallback((asked: Asking) => {
    answer.current?.(null)
    setAsking(asked)
    return new Promise<ApprovalId | null>((done) => void (answer.current = done))
  }, [])
  const close = useCallback((id: ApprovalId | null) => {
    setAsking(null)
    answer.current?.(id)
    answer.current = null
  }, [])
  return (
    <ApprovalContext value={ask}>
      {children}
      <StaffApprovalDialog asking={asking} onAnswer={close} />
    </ApprovalContext>
  )
}
