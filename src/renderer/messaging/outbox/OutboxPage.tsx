import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxLine } from '../../../main/flows/outbox-doors.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Page, Section } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { LetterDialog } from './LetterDialog.tsx'
import styles from './Outbox.module.css'

/** Nothing to send again: the code itself is not in the message. */
const codeOnly = 'points-code'
const send = (door: 'messaging/cancel' | 'messaging/retry', id: string) => call(door, { requestId: newRequestId(), id })

/** What waits to leave the shop, what went and what could not (G6). Without a service it waits, and the page says so. */
export function OutboxPage({ files }: { /** Messages with a file, which another room brings. */ readonly files?: ReactNode }) {
  const { t } = useTranslation('outbox')
  const may = useRights()('see-reports') === 'yes'
  const lines = useAsk('messaging/outbox', {}, ['outbox-changed', 'customer-changed', 'exports-changed', 'points-changed'], { enabled: may })
  if (!may) return <Page title={t('outbox')}><Locked sentence={t('managers-only')} /></Page>
  if (lines.error) return <Page title={t('outbox')}><Failure failure={lines.error} retry={() => void lines.refetch()} /></Page>
  return (
    <Page title={t('outbox')} wide>
      <Section note={t('no-service')}>
        {lines.isPending && <Late rows={4} />}
        {lines.data?.length === 0 && <Empty sentence={t('empty')} />}
        {lines.data && lines.data.length > 0 && <Messages lines={lines.data} />}
        {files}
      </Section>
    </Page>
  )
}

function Messages({ lines }: { readonly lines: readonly OutboxLine[] }) {
  const { t } = useTranslation('outbox')
  const [shown, show] = useState<OutboxLine | null>(null)
  return (
    <>
      <table className={styles['table']} data-outbox>
        <thead><tr><th scope="col">{t('when')}</th><th scope="col">{t('what')}</th><th scope="col">{t('to')}</th><th scope="col">{t('state')}</th><th scope="col"><span className="spoken-only">{t('acts')}</span></th></tr></thead>
        <tbody>{lines.map((line) => <Line key={line.id} line={line} onShow={() => show(line)} />)}</tbody>
      </table>
      {shown && <LetterDialog id={shown.id} title={t(`purpose-${shown.purpose}`)} onClose={() => show(null)} />}
    </>
  )
}

function Line({ line, onShow }: { readonly line: OutboxLine; readonly onShow: () => void }) {
  const { t } = useTranslation('outbox')
  const { dateTime } = useFormat()
  return (
    <tr>
      <td className={`numbers ${styles['whole']}`}>{dateTime(line.madeAt)}</td><td>{t(`purpose-${line.purpose}`)}<span className={styles['by']}>{t(`by-${line.channel}`)}</span></td>
      <td><To line={line} /></td>
      <td><span className={styles['state']} data-state={line.state}>{t(`state-${line.state}`)}</span></td>
      <td><div className={styles['acts']}><Button variant="subtle" onClick={onShow}>{t('show')}</Button><Acts line={line} /></div></td>
    </tr>
  )
}

/** Whose it is and where it goes; a phone number never breaks in two. */
function To({ line: { name, address, channel } }: { readonly line: OutboxLine }) {
  const { t } = useTranslation('outbox')
  if (name === '' && address === '') return t('support')
  return <>{name}{name !== '' && address !== '' && ' · '}<span className={styles[channel === 'sms' ? 'whole' : 'address']}>{address}</span></>
}

function Acts({ line }: { readonly line: OutboxLine }) {
  const { t } = useTranslation('outbox')
  const retry = useAct(() => send('messaging/retry', line.id))
  const cancel = useAct(async () => {
    await send('messaging/cancel', line.id)
    sayToast({ tone: 'done', text: t('cancelled'), undo: () => void retry.run() })
  })
  if (line.state === 'queued') return <Button variant="subtle" color="gray" loading={cancel.busy} onClick={() => void cancel.run()}>{t('cancel')}</Button>
  return line.state === 'sent' || line.purpose === codeOnly ? null : <Button variant="subtle" loading={retry.busy} onClick={() => void retry.run()}>{t('retry')}</Button>
}
