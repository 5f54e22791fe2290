import { Button, Modal, Slider } from '@mantine/core'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Photo.module.css'
import type { Picture } from './record-form.ts'
import { cut, cutOf, drawCut, pictureOf, type Cut } from './square-photo.ts'

type Props = { readonly source: Blob; readonly onDone: (photo: Picture) => void; readonly onClose: () => void; readonly onUnreadable: () => void }
const shownPx = 280
const whole: Cut = { zoom: 1, x: 0.5, y: 0.5 }

/** Which square of the picture is kept: dragged with a finger, or set with the sliders, which keys move too. */
export function CropDialog({ source, onDone, onClose, onUnreadable }: Props) {
  const { t } = useTranslation('record')
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null)
  const [chosen, setChosen] = useState<Cut>(whole)
  const canvas = useRef<HTMLCanvasElement>(null)
  const unreadable = useRef(onUnreadable)
  useEffect(() => void pictureOf(source).then((picture) => (picture ? setBitmap(picture) : unreadable.current())), [source])
  useEffect(() => {
    if (bitmap && canvas.current) drawCut(canvas.current, bitmap, chosen)
  }, [bitmap, chosen])
  const drag = (event: PointerEvent) => {
    if (!bitmap || event.buttons !== 1) return
    const { side } = cutOf(bitmap, chosen)
    const by = (moved: number, length: number) => (length === side ? 0 : (moved * side) / shownPx / (length - side))
    setChosen((now) => cut({ ...now, x: now.x - by(event.movementX, bitmap.width), y: now.y - by(event.movementY, bitmap.height) }))
  }
  const sliders = [['zoom', 1, 4], ['x', 0, 1], ['y', 0, 1]] as const
  return (
    <Modal opened onClose={onClose} title={t('crop')} zIndex={340} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <canvas ref={canvas} width={shownPx} height={shownPx} className={styles['crop']} aria-label={t('crop-view')} role="img" onPointerMove={drag} onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} />
      {sliders.map(([name, min, max]) => (
        <div key={name} className={styles['slider']}>
          <span aria-hidden>{t(`crop-${name}`)}</span>
          <Slider thumbLabel={t(`crop-${name}`)} min={min} max={max} step={0.02} label={null} value={chosen[name]} onChange={(value) => setChosen((now) => cut({ ...now, [name]: value }))} />
        </div>
      ))}
      <Button fullWidth mt="md" data-autofocus disabled={!bitmap} onClick={() => bitmap && onDone(photoOf(bitmap, chosen))}>{t('use-photo')}</Button>
    </Modal>
  )
}

const sidePx = 320
const quality = 0.85
/** Small enough for a list, sharp enough for a face. */
function photoOf(bitmap: ImageBitmap, chosen: Cut): Picture {
  const canvas = Object.assign(document.createElement('canvas'), { width: sidePx, height: sidePx })
  drawCut(canvas, bitmap, chosen)
  return { mediaType: 'image/jpeg', base64: canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '' }
}
