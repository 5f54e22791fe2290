import { Button, Modal } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Photo.module.css'

type Props = { readonly onShot: (shot: Blob) => void; readonly onClose: () => void }

/** The camera, while this stands and not a moment longer; one press takes the picture. */
export function SnapshotDialog({ onShot, onClose }: Props) {
  const { t } = useTranslation('record')
  const video = useRef<HTMLVideoElement>(null)
  const { ready, failed } = useCamera(video)
  const shoot = () => {
    const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {}
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    if (video.current) canvas.getContext('2d')?.drawImage(video.current, 0, 0)
    canvas.toBlob((shot) => shot && onShot(shot), 'image/jpeg', 0.92)
  }
  return (
    <Modal opened onClose={onClose} title={t('take-photo')} zIndex={340} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {failed ? <p role="alert">{t('camera-failed')}</p> : <video ref={video} className={styles['video']} autoPlay muted playsInline aria-label={t('camera-view')} />}
      <Button fullWidth mt="sm" disabled={!ready || failed} data-autofocus leftSection={<IconCamera size={18} aria-hidden />} onClick={shoot}>{t('take-photo')}</Button>
    </Modal>
  )
}

function useCamera(video: React.RefObject<HTMLVideoElement | null>) {
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let stream: MediaStream | null = null
    let gone = false
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } }).then((opened) => {
      if (gone) return opened.getTracks().forEach((track) => track.stop())
      stream = opened
      if (video.current) video.current.srcObject = opened
      setReady(true)
      return undefined
    }, () => setFailed(true))
    return () => {
      gone = true
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [video])
  return { ready, failed }
}
