import { useRef, useState } from 'react'
import type { Input } from '../../main/handlers.ts'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import { ProofDialog, type How } from './ProofDialog.tsx'
import type { WhyNot } from './use-points.ts'
import { useSay } from './use-say.ts'

type Claim = Input<'loyalty/claim'>
/** A reward, or so many points as payment. */
export type Wish = Pick<Claim, 'rewardId'> & { readonly points: number | null }
type Check = { readonly how: How; readonly wrong: boolean; readonly facts: CallFailed['facts'] }

/**
 * Puts a reward on the open cart. Where the programme wants to be sure who spends so much, it asks and goes on with the answer; a reward that cannot be
 * used says why.
 */
export function useClaim(onDone?: () => void) {
  const say = useSay()
  const wish = useRef<Wish | null>(null)
  const [check, setCheck] = useState<Check | null>(null)
  const failed = ({ code, facts }: CallFailed): boolean => {
    if (code === 'proof-needed' || code === 'proof-wrong') setCheck((before) => ({ how: facts['how'] as How, wrong: code === 'proof-wrong', facts: { ...before?.facts, ...facts } }))
    else if (code === 'reward-refused') sayToast({ tone: 'error', text: say.why(facts as unknown as WhyNot) })
    else sayToast({ tone: 'error', text: sayFailure({ code, facts }) })
    return true
  }
  const claiming = useAct(async (asked: Wish, proof: Claim['proof']) => {
    wish.current = asked
    await call('loyalty/claim', { requestId: newRequestId(), rewardId: asked.rewardId, points: asked.points as Claim['points'], lineId: null, proof })
    setCheck(null)
    onDone?.()
  }, failed)
  const dialog = check && <ProofDialog how={check.how} facts={check.facts} wrong={check.wrong} busy={claiming.busy} onClose={() => setCheck(null)} onProof={(proof) => void (wish.current && claiming.run(wish.current, proof))} />
  return { run: (asked: Wish) => claiming.run(asked, null), busy: claiming.busy, dialog }
}

/** Takes a reward off the cart again; its points were never moved. */
export function useUnclaim() {
  return useAct((claimId: Input<'loyalty/unclaim'>['claimId']) => call('loyalty/unclaim', { requestId: newRequestId(), claimId }))
}
