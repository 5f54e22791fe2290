import { Button, FileButton, Modal, Select, Text } from '@mantine/core'
import { IconBulb, IconPhotoScan } from '@tabler/icons-react'
import { useCallback, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './CameraScan.module.css'
import type { FrameReader } from './frames.ts'
import type { Reading } from './reading.ts'
import { CameraTroubles } from './CameraTroubles.tsx'
import { useCamera, type CameraState } from './use-camera.ts'
import { bitmapOf, useFrameReader, useFrames } from './use-frame-reader.ts'
import { useTorch } from './use-torch.ts'

/** `symbology` is the AIM identifier without its bracket: L0 for a licence, E0 for a product … */
type Props = { readonly onText: (text: string, symbology: string) => void; readonly onClose: () => void }

/** Reads a code with the camera, or from a picture. The camera is on only while this shows. */
export function CameraScan({ onText, onClose }: Props) {
  const { t } = useTranslation('camera')
  const camera = useCamera()
  const reader = useFrameReader()
  const live = camera.status === 'live'
  const video = useRef<HTMLVideoElement>(null)
  const { stream } = camera
  const show = useCallback((element: HTMLVideoElement | null) => {
    video.current = element
    if (element) element.srcObject = stream
  }, [stream])
  const give = ({ text, aim }: Reading) => onText(text, aim)
  const failed = useFrames(reader, video, live, give)
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {live ? <Live show={show} stream={stream} /> : <CameraTroubles status={camera.status} again={camera.again} />}
      <Text role="status" className={styles['say'] ?? ''}>{failed ? t('unable') : live ? t('hold') : ''}</Text>
      <div className={styles['foot']}>
        {live && <Choice camera={camera} />}
        <FromFile reader={reader} onReading={give} />
      </div>
    </Modal>
  )
}

/** The moving picture with the frame to hold a code in. */
function Live({ show, stream }: { readonly show: (element: HTMLVideoElement | null) => void; readonly stream: MediaStream | null }) {
  const { t } = useTranslation('camera')
  const torch = useTorch(stream)
  return (
    <div className={styles['view']}>
      <video ref={show} className={styles['video']} autoPlay muted playsInline aria-label={t('picture')} />
      <div className={styles['frame']} aria-hidden />
      {torch && <Button className={styles['torch'] ?? ''} variant="default" aria-pressed={torch.on} leftSection={<IconBulb size={18} aria-hidden />} onClick={torch.toggle}>{t('light')}</Button>}
    </div>
  )
}

/** Only where there is something to choose. */
function Choice({ camera: { cameras, used, choose } }: { readonly camera: CameraState }) {
  const { t } = useTranslation('camera')
  if (cameras.length < 2) return null
  const data = cameras.map(({ id, name }, at) => ({ value: id, label: name || t('camera-nth', { number: at + 1 }) }))
  return <Select className={styles['choice'] ?? ''} aria-label={t('which')} data={data} value={used} allowDeselect={false} onChange={(id) => id && choose(id)} comboboxProps={{ withinPortal: true }} />
}

/** For a machine without a camera: a photo or a saved picture of the code. */
function FromFile({ reader, onReading }: { readonly reader: RefObject<FrameReader | null>; readonly onReading: (reading: Reading) => void }) {
  const { t } = useTranslation('camera')
  const [state, setState] = useState<'idle' | 'busy' | 'nothing' | 'no-picture'>('idle')
  const read = async (file: File) => {
    setState('busy')
    const bitmap = await bitmapOf(file)
    if (!bitmap) return setState('no-picture')
    const reading = await reader.current?.read(bitmap)
    setState(reading ? 'idle' : 'nothing')
    return reading && onReading(reading)
  }
  return (
    <div className={styles['file']}>
      <FileButton accept="image/*" onChange={(file) => file && void read(file).catch(() => setState('nothing'))} inputProps={{ 'aria-label': t('from-picture') }}>
        {(props) => <Button {...props} variant="default" loading={state === 'busy'} leftSection={<IconPhotoScan size={18} aria-hidden />}>{t('from-picture')}</Button>}
      </FileButton>
      {(state === 'nothing' || state === 'no-picture') && <Text role="alert" size="sm">{t(state)}</Text>}
    </div>
  )
}
