import { Button, Checkbox, FileButton, Textarea } from '@mantine/core'
import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct, useAsk } from '../use-call.ts'
import styles from './HelpPages.module.css'
import { pictureToSend, type PictureToSend } from './picture-to-send.ts'

/** A question to whoever looks after the program (S1-38): what goes along is shown before it goes, it waits where nothing can leave, and it can be taken back. */
export function MessageUs({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('outbox')
  const [body, setBody] = useState('')
  const [withReport, setWithReport] = useState(true)
  const [picture, setPicture] = useState<PictureToSend | null>(null)
  const { send, busy, missing } = useSending(onDone)
  const field = useRef<HTMLTextAreaElement>(null)
  const report = useAsk('help/report', {}).data?.text ?? ''
  useEffect(() => field.current?.focus(), [missing])
  return (
    <form className={styles['article']} aria-label={t('message-us')} noValidate onSubmit={(event) => (event.preventDefault(), send(body, withReport, picture))}>
      <h3 className={styles['title']}>{t('message-us')}</h3>
      <p>{t('message-us-why')}</p>
      <Textarea ref={field} mt="sm" label={t('your-message')} value={body} onChange={(event) => setBody(event.currentTarget.value)} error={missing && body.trim() === '' ? t('message-needed') : null} maxLength={4_000} autosize minRows={4} maxRows={10} />
      <Picture picture={picture} onPicture={setPicture} />
      <Checkbox my="xs" label={t('with-report')} checked={withReport} onChange={(event) => setWithReport(event.currentTarget.checked)} />
      {withReport && <pre className={styles['report']}>{report}</pre>}
      <Button type="submit" loading={busy}>{t('send')}</Button>
    </form>
  )
}

function useSending(onDone: () => void) {
  const { t } = useTranslation('outbox')
  const [requestId] = useState(newRequestId)
  const [missing, setMissing] = useState(0)
  const takeBack = useAct(async (id: string) => {
    await call('help/take-back', { requestId: newRequestId(), id })
    sayToast({ tone: 'done', text: t('cancelled') })
  })
  const act = useAct(async (body: string, withReport: boolean, picture: PictureToSend | null) => {
    const { id } = await call('help/message', { requestId, body, withReport, picture })
    sayToast({ tone: 'done', text: t('queued'), undo: () => void takeBack.run(id) })
    onDone()
  })
  const send = (body: string, withReport: boolean, picture: PictureToSend | null) => (body.trim() === '' ? setMissing(missing + 1) : void act.run(body, withReport, picture))
  return { send, busy: act.busy, missing }
}

/** Optional, chosen from a file and shown as it goes: whoever sends it sees whether a customer is in it. */
function Picture({ picture, onPicture }: { readonly picture: PictureToSend | null; readonly onPicture: (picture: PictureToSend | null) => void }) {
  const { t } = useTranslation('outbox')
  const take = async (file: File | null) => {
    const taken = file && (await pictureToSend(file))
    if (taken) return onPicture(taken)
    return file && sayToast({ tone: 'error', text: t('picture-unreadable') })
  }
  if (picture) {
    return (
      <div className={styles['picture']}>
        <img src={`data:${picture.mediaType};base64,${picture.base64}`} alt={t('picture')} />
        <Button variant="subtle" color="gray" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => onPicture(null)}>{t('picture-remove')}</Button>
      </div>
    )
  }
  return (
    <div className={styles['picture']}>
      <FileButton accept="image/png,image/jpeg" onChange={(file) => void take(file)} inputProps={{ 'aria-label': t('picture-add') }}>
        {(props) => <Button {...props} variant="default" leftSection={<IconPhoto size={18} aria-hidden />}>{t('picture-add')}</Button>}
      </FileButton>
      <p className="muted">{t('picture-why')}</p>
    </div>
  )
}
