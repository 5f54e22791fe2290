import { Button, Modal } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge.ts'
import { bytesOf, saveFile } from '../../ui/FileChip.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './Outbox.module.css'

/** What a message says, before anybody decides whether it goes. */
export function LetterDialog({ id, title, onClose }: { readonly id: string; readonly title: string; readonly onClose: () => void }) {
  const { t } = useTranslation('outbox')
  const letter = useAsk('messaging/letter', { id })
  const { data } = letter
  const save = useAct(async () => {
    const { base64, fileName, mediaType } = await call('messaging/file', { id })
    saveFile({ name: fileName, parts: [bytesOf(base64)], type: mediaType })
  })
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {letter.error && <Failure failure={letter.error} retry={() => void letter.refetch()} />}
      {letter.isPending && <Late rows={3} />}
      {data && (
        <>
          {data.staffName !== '' && <p className="muted">{t('written-by', { name: data.staffName })}</p>}
          <p className={styles['letter']}>{data.body}</p>
          {data.report !== '' && <pre className={styles['letter']}>{data.report}</pre>}
          {data.fileName && <Button variant="default" leftSection={<IconPaperclip size={20} aria-hidden />} loading={save.busy} onClick={() => void save.run()}>{t('save-file', { name: data.fileName })}</Button>}
          {data.picture && <img className={styles['shot']} src={data.picture} alt={t('picture')} />}
        </>
      )}
    </Modal>
  )
}
