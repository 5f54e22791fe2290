import { Button, CopyButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallFailed } from '../bridge.ts'
import { sayFailure } from '../words.ts'
import styles from './Panels.module.css'

/** G5: a plain sentence, Retry, and the code small and copyable. Never a spinner that hides an error. */
export function Failure({ failure, retry }: { readonly failure: CallFailed; readonly retry: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <div className={styles['panel']} role="alert">
      <IconAlertTriangle size={32} aria-hidden color="var(--danger)" />
      <p className={styles['sentence']}>{sayFailure(failure)}</p>
      <Button onClick={retry}>{t('retry')}</Button>
      <CopyButton value={failure.code}>
        {({ copied, copy }) => <Button variant="subtle" color="gray" size="compact-sm" onClick={copy}>{copied ? t('copied') : failure.code}</Button>}
      </CopyButton>
    </div>
  )
}
