import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call, newRequestId, on } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { queries, useAct, useAsk } from '../../use-call.ts'
import styles from './Erase.module.css'

type Waiting = Output<'customers/erase-waiting'>[number]
const tickMs = 250

/** On every screen: who is about to be deleted, how long it can still be taken back, and afterwards what was done (C1). */
export function EraseBar() {
  const waiting = useAsk('customers/erase-waiting', null, ['customers-erased'])
  useOutcomes(waiting.data)
  const [act] = waiting.data ?? []
  return act ? <Bar key={act.actId} act={act} askedAt={waiting.dataUpdatedAt} /> : null
}

function Bar({ act, askedAt }: { readonly act: Waiting; readonly askedAt: number }) {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), tickMs)
    return () => window.clearInterval(timer)
  }, [])
  const cancel = useAct(async () => {
    await call('customers/erase-cancel', { requestId: newRequestId(), actId: act.actId })
    sayToast({ tone: 'done', text: t('cancelled') })
  })
  const left = Math.max(0, Math.ceil((act.leftMs - (now - askedAt)) / 1000))
  const text = act.count === 1 ? t('deleting', { name: act.name }) : t('deleting-many', { count: act.count, shown: whole(act.count) })
  return (
    <div className={styles['bar']} role="status" data-erase-bar>
      <span className={styles['text']}>{text}</span>
      <span className={styles['left']} aria-hidden>{t('seconds', { left })}</span>
      <Button variant="white" color="dark" loading={cancel.busy} onClick={() => void cancel.run()}>{t('cancel')}</Button>
    </div>
  )
}

/** What waited and no longer does is done, cancelled or kept: whoever sits here is told. */
function useOutcomes(waiting: readonly Waiting[] | undefined): void {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  const watched = useRef(new Set<string>())
  useEffect(() => waiting?.forEach(({ actId }) => watched.current.add(actId)), [waiting])
  useEffect(() => on('customers-erased', ({ actId }) => {
    if (!watched.current.has(actId)) return
    void call('customers/erase-outcome', { actId }).then(({ state, erased, number, kept }) => {
      if (state === 'waiting' || state === 'running') return
      watched.current.delete(actId)
      kept.forEach(({ name, why }) => sayToast({ tone: 'error', text: t('kept-after', { name, why: t(`why-${why}`) }) }))
      if (erased > 0) sayToast({ tone: 'done', text: erased === 1 ? t('done', { number: String(number).padStart(6, '0') }) : t('done-many', { count: erased, shown: whole(erased) }) })
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('customers/') && queryKey[0] !== 'customers/erase-waiting' })
    }, () => undefined)
  }), [t, whole])
}
