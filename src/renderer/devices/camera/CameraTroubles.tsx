import { Button, Loader, Text } from '@mantine/core'
import { IconCameraOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './CameraScan.module.css'
import type { CameraState } from './use-camera.ts'

/** Where the picture would be: why there is none, and what to do about it. */
export function CameraTroubles({ status, again }: { readonly status: CameraState['status']; readonly again: () => void }) {
  const { t } = useTranslation('camera')
  if (status === 'live') return null
  if (status === 'asking') return <div className={styles['none']} role="status"><Loader size="sm" aria-hidden /><Text>{t('asking')}</Text></div>
  return (
    <div className={styles['none']} role="alert">
      <IconCameraOff size={40} aria-hidden />
      <Text fw={600}>{t(`trouble-${status}`)}</Text>
      <Text size="sm">{t(`trouble-${status}-how`)}</Text>
      <Button variant="default" onClick={again} data-autofocus>{t('again')}</Button>
    </div>
  )
}
