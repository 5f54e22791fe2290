import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call, on } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useFileChip } from '../../ui/FileChip.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './Office.module.css'

type Verified = Output<'loyalty/verify'>
/** A check that was stopped says nothing of the ledger: the one before it does. */
const lastTries = 20
type Done = { readonly result: Verified; readonly at: string }

/** Reads every row of the ledger again: green with how many and how long, or red with the first one that is not as it was written. */
export function VerifyLedger() {
  const { t } = useTranslation('program')
  const [done, setDone] = useState<Done | null>(null)
  const file = useFileChip()
  const act = useAct(async () => {
    setDone(null)
    setDone({ result: await call('loyalty/verify', {}), at: new Date().toISOString() })
  }, ({ code }) => code === 'check-cancelled')
  const stop = useAct(() => call('loyalty/cancel-verify', {}))
  const state = act.busy ? 'busy' : done === null ? 'none' : done.result.ok ? 'whole' : 'broken'
  const proof = () => void file.run({ name: t('proof-name'), make: () => Promise.resolve({ name: 'ledger-proof.json', parts: [`${JSON.stringify(done, null, 2)}\n`], type: 'application/json' }) })
  return (
    <div className={styles['verify']} data-result={state} data-verify>
      {act.busy ? <Progress /> : <Said done={done} />}
      {state === 'broken' && <Button variant="default" onClick={proof}>{t('export-proof')}</Button>}
      {act.busy && <Button variant="default" onClick={() => void stop.run()}>{t('ui:cancel')}</Button>}
      <Button variant={done ? 'default' : 'filled'} leftSection={<IconShieldCheck size={20} aria-hidden />} loading={act.busy} onClick={() => void act.run()}>{t('verify')}</Button>
      {file.chip}
    </div>
  )
}

function Progress() {
  const { t } = useTranslation('program')
  const format = useFormat()
  const [heard, hear] = useState({ rows: 0, of: 0 })
  useEffect(() => on('ledger-checked', hear), [])
  return (
    <>
      <p>{heard.of === 0 ? t('verifying') : t('verified-so-far', { rows: format.whole(heard.rows), of: format.whole(heard.of) })}</p>
      <span className={styles['progress']} role="progressbar" aria-label={t('verify')} aria-valuemin={0} aria-valuemax={heard.of} aria-valuenow={heard.rows}><span style={{ width: `${heard.of === 0 ? 0 : (100 * heard.rows) / heard.of}%` }} /></span>
    </>
  )
}

function Said({ done }: { readonly done: Done | null }) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const sayBroken = useSayBroken()
  const last = useAsk('staff/audit', { before: null, most: lastTries, kind: 'ledger-verified', staffId: null }, ['ledger-checked']).data?.rows.find(({ outcome }) => outcome === 'done' || outcome === 'broken')
  if (done?.result.ok) return <p role="status"><IconCircleCheck size={20} aria-hidden />{t('verified', { count: done.result.rows, rows: format.whole(done.result.rows), time: format.time(done.at), seconds: (done.result.ms / 1000).toLocaleString(format.locale, { maximumFractionDigits: 2 }) })}</p>
  if (done) return <p role="alert"><IconAlertTriangle size={20} aria-hidden />{sayBroken(done.result)}</p>
  return <p className="muted">{last ? t(last.outcome === 'done' ? 'last-whole' : 'last-broken', { when: format.dateTime(last.at) }) : t('never-verified')}</p>
}

/** Which row it is, on which till and when, as far as that can still be known, and what to do. */
function useSayBroken(): (result: Verified) => string {
  const { t } = useTranslation('program')
  const format = useFormat()
  return (result) => {
    if (result.ok) return ''
    const { what, which, sequence, registerName, at } = result.broken
    const row = sequence === null ? t('broken-somewhere') : t('broken-row', { row: format.whole(sequence), till: registerName ?? '–', when: at ? format.dateTime(at) : '–' })
    return `${row} ${t(`fault-${what}`, { which: which ?? '' })} ${t('call-owner')}`
  }
}
