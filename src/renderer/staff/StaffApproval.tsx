import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { ApprovalId } from '../../main/vocabulary.ts'
import { ApprovalContext, type Asking } from '../approval.ts'
import { StaffApprovalDialog } from './StaffApprovalDialog.tsx'

/** Gives every screen the PIN pad: one asking at a time, answered with what the manager signed, or null when it was cancelled. */
export function StaffApproval({ children }: { readonly children: ReactNode }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const answer = useRef<((id: ApprovalId | null) => void) | null>(null)
  const focus = useRef<Element | null>(null)
  const ask = useCallback((asked: Asking) => {
    answer.current?.(null)
    focus.current = document.activeElement
    setAsking(asked)
    return new Promise<ApprovalId | null>((done) => void (answer.current = done))
  }, [])
  const close = useCallback((id: ApprovalId | null) => {
    giveBack(focus.current)
    setAsking(null)
    answer.current?.(id)
    answer.current = null
  }, [])
  useEscape(asking !== null, () => close(null))
  return (
    <ApprovalContext value={ask}>
      {children}
      <StaffApprovalDialog asking={asking} onAnswer={close} />
    </ApprovalContext>
  )
}

/** The focus goes back where it was, unless what the approval opened has taken it in the meantime. */
function giveBack(to: Element | null): void {
  const onPad = document.activeElement
  window.setTimeout(() => {
    const now = document.activeElement
    if ((now === onPad || now === document.body) && to instanceof HTMLElement) to.focus({ preventScroll: true })
  }, padLeavesMs)
}
const padLeavesMs = 10

/** Escape cancels the pad alone. Listening since before any dialog was opened, it comes first, and the dialog below stays. */
function useEscape(active: boolean, act: () => void): void {
  const latest = useRef({ active, act })
  useEffect(() => void (latest.current = { active, act }))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !latest.current.active) return
      event.stopImmediatePropagation()
      event.preventDefault()
      latest.current.act()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
