import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { hearBursts, type KeyBurst } from './key-bursts.ts'
import { LearnFrame, type Result } from './LearnDialog.tsx'

const needed = 3
const mostPaceMs = 100
const leastPaceMs = 20
/** A scanner's keys may come half as slow again as they were seen. */
const slack = 1.5

/** Three codes teach what a scanner that types sends first, and its pace. It holds for every till of the shop. */
export function LearnKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  const [bursts, setBursts] = useState<readonly KeyBurst[]>([])
  const [result, setResult] = useState<Result | null>(null)
  const keep = useKeepRules()
  const learn = useAct(async (heard: readonly KeyBurst[]) => {
    const learnt = await call('devices/learn-keys', { bursts: [...heard] })
    setResult(learnt)
    if (!('trouble' in learnt)) await keep(learnt)
  })
  const { run } = learn
  useEffect(() => {
    if (bursts.length < needed) return hearBursts((burst) => setBursts((before) => [...before, burst]))
    void run(bursts)
    return undefined
  }, [bursts, run])
  const again = () => {
    setResult(null)
    setBursts([])
  }
  return <LearnFrame title={t('learn-of', { name: t('keyboard') })} scans={bursts.length} needed={needed} result={result} over={false} again={again} onClose={onClose} />
}

function useKeepRules() {
  const { t } = useTranslation('devices')
  const { data: before } = useAsk('devices/scan-settings', null, ['scans-changed', 'session-changed'])
  const latest = useRef(before)
  useEffect(() => void (latest.current = before))
  return async ({ prefix, msPerCharacter }: Exclude<Result, { trouble: string }>): Promise<void> => {
    const settings = latest.current
    if (!settings) return
    const save = (next: typeof settings) => call('devices/save-scan-settings', { requestId: newRequestId(), settings: next })
    const gapMs = Math.min(mostPaceMs, Math.max(leastPaceMs, Math.ceil(msPerCharacter * slack)))
    await save({ ...settings, prefix, gapMs })
    sayToast({ tone: 'done', text: t('learnt', { name: t('keyboard') }), undo: () => void save(settings).catch(() => undefined) })
  }
}
