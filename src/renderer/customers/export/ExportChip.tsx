import { ActionIcon, Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconFileDownload, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { useApproved } from '../../approval.ts'
import { call, on } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { useSize } from '../../ui/FileChip.tsx'
import styles from '../../ui/FileChip.module.css'
import { useAct, useAsk } from '../../use-call.ts'
import { beginExport, closeBegun, noteSaved, takeExport, useBegun, type Begun } from './begun.ts'

type Job = Output<'exports/list'>[number]

/** The file that was asked for, at the bottom left of every screen: how far it is, then its name and size; a tap saves it, a failure turns it red. */
export function ExportChip() {
  const begun = useBegun()
  const list = useAsk('exports/list', null, ['exports-changed', 'customers-erased'], { enabled: begun !== null })
  const job = list.data?.find(({ id }) => id === begun?.exportId)
  return begun && job ? <Chip key={job.id} begun={begun} job={job} /> : null
}

function Chip({ begun, job }: { readonly begun: Begun; readonly job: Job }) {
  const { t } = useTranslation('erase')
  const approved = useApproved()
  useSaved(begun, job)
  const again = useAct(() => approved(t('pin-export'), (approvalId) => beginExport(begun.wish, approvalId)))
  const failed = job.state === 'failed' || job.state === 'gone'
  return (
    <div className={styles['chip']} role={failed ? 'alert' : 'status'} data-failed={failed} data-file-chip>
      {job.state === 'making' && <Making job={job} />}
      {job.state === 'cancelled' && <span>{t('stopped')}</span>}
      {failed && <><IconAlertTriangle size={20} aria-hidden /><span>{t('failed')}</span><Button variant="subtle" color="red.8" loading={again.busy} onClick={() => void again.run()}>{t('retry')}</Button></>}
      {job.state === 'ready' && <Ready job={job} />}
      {job.state !== 'making' && <ActionIcon color="gray" size={44} aria-label={t('close')} onClick={closeBegun}><IconX size={20} aria-hidden /></ActionIcon>}
    </div>
  )
}

function Making({ job }: { readonly job: Job }) {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  const [done, setDone] = useState(0)
  useEffect(() => on('export-progressed', (heard) => void (heard.exportId === job.id && setDone(heard.done))), [job.id])
  const stop = useAct(() => call('exports/cancel', { exportId: job.id }))
  return (
    <>
      <Loader size={20} /><span className={styles['name']}>{job.fileName}</span>
      <span className={styles['size']}>{t('making', { done: whole(Math.min(done, job.total)), total: whole(job.total) })}</span>
      <Button variant="subtle" onClick={() => void stop.run()}>{t('stop')}</Button>
    </>
  )
}

function Ready({ job }: { readonly job: Job }) {
  const { t } = useTranslation('erase')
  const size = useSize()
  const take = useAct(() => takeExport(job.id))
  return (
    <Button variant="subtle" px="xs" leftSection={<IconFileDownload size={20} aria-hidden />} loading={take.busy} onClick={() => void take.run()} title={t('save-again', { name: job.fileName })}>
      <span className={styles['name']}>{job.fileName}</span><span className={styles['size']}>{size(job.bytes)}</span>
    </Button>
  )
}

/** A file that is ready is saved at once; who wanted it by e-mail is told where the message is. */
function useSaved({ saved }: Begun, { id, state, email }: Job): void {
  const { t } = useTranslation('erase')
  useEffect(() => {
    if (state !== 'ready' || saved) return
    noteSaved()
    if (email !== null) sayToast({ tone: 'note', text: t('queued-told', { email }) })
    takeExport(id).catch(() => undefined)
  }, [state, saved, id, email, t])
}
