import { UnstyledButton } from '@mantine/core'
import { IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useServices, waitingIn } from './StatusDialog.tsx'

/** Stands in the rail (G6): that the shop runs by itself, or how much waits to leave it. */
export function StatusStop({ className, onOpen }: { readonly className: string; readonly onOpen: () => void }) {
  const { t } = useTranslation('outbox')
  const waiting = waitingIn(useServices().data)
  const Picture = waiting > 0 ? IconCloudUp : IconCloudOff
  return (
    <UnstyledButton className={className} onClick={onOpen} title={t('status')}>
      <Picture size={24} stroke={1.75} aria-hidden />
      <span>{waiting > 0 ? t('waiting-short', { count: waiting }) : t('local')}</span>
    </UnstyledButton>
  )
}
