import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { useAsk } from '../../use-call.ts'
import styles from './Outbox.module.css'

/** What a message says, before anybody decides whether it goes. */
export function LetterDialog({ id, title, onClose }: { readonly id: string; readonly title: string; readonly onClose: () => void }) {
  const { t } = useTranslation('outbox')
  const letter = useAsk('messaging/letter', { id })
  const { data } = letter
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {letter.error && <Failure failure={letter.error} retry={() => void letter.refetch()} />}
      {letter.isPending && <Late rows={3} />}
      {data && (
        <>
          {data.staffName !== '' && <p className="muted">{t('written-by', { name: data.staffName })}</p>}
          <p className={styles['letter']}>{data.body}</p>
          {data.report !== '' && <pre className={styles['letter']}>{data.report}</pre>}
          {data.picture && <img className={styles['shot']} src={data.picture} alt={t('picture')} />}
        </>
      )}
    </Modal>
  )
}
