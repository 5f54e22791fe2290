import { ActionIcon } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeCameraContext, type TakeCode } from './code-camera.ts'

/** Opens the camera. Without `onCode` the code goes where any scan on this screen goes. */
export function CameraButton({ onCode, size = 44 }: { readonly onCode?: TakeCode; readonly size?: number }) {
  const { t } = useTranslation('camera')
  const camera = useContext(CodeCameraContext)
  if (!camera) return null
  return (
    <ActionIcon variant="subtle" color="gray" size={size} aria-label={t('scan')} title={t('scan')} aria-haspopup="dialog" onClick={() => camera.ask(onCode)}>
      <IconCamera size={22} aria-hidden />
    </ActionIcon>
  )
}
