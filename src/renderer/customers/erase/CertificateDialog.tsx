import { Button, Modal, ScrollArea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { bytesOf, saveFile } from '../../ui/FileChip.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './Erase.module.css'

/** A certificate as it will be on paper, in the language of whoever looks; it names nobody. */
export function CertificateDialog({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('erase')
  const asked = { number, language: i18n.language as Language }
  const page = useAsk('customers/certificate', asked, ['customers-erased'])
  const save = useAct(async () => {
    const { base64, fileName } = await call('customers/certificate-pdf', asked)
    saveFile({ name: fileName, parts: [bytesOf(base64)], type: 'application/pdf' })
  })
  return (
    <Modal opened onClose={onClose} title={page.data?.title ?? t('certificate')} size={640} closeButtonProps={{ 'aria-label': t('close') }}>
      {page.error && <Failure failure={page.error} retry={() => void page.refetch()} />}
      <ScrollArea.Autosize mah="60vh" className={styles['certificate'] ?? ''} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': page.data?.title ?? t('certificate') }}>
        {page.data?.lines.map((line, at) => line.kind === 'title' ? null : line.kind === 'head' ? <h3 key={at}>{line.text}</h3> : <p key={at}><span>{line.text}</span>{line.kind === 'pair' && <span>{line.figure}</span>}</p>)}
      </ScrollArea.Autosize>
      <div className={styles['buttons']}>
        <Button loading={save.busy} disabled={!page.data} onClick={() => void save.run()}>{t('save-pdf')}</Button>
        <Button variant="default" onClick={onClose} data-autofocus>{t('close')}</Button>
      </div>
    </Modal>
  )
}
