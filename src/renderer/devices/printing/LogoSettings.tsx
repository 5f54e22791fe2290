import { Button, FileButton, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { Section } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './Printing.module.css'
import { readPicture } from './read-picture.ts'

type Logo = NonNullable<Output<'print/logo'>>

/** The picture at the top of printed receipts, shown as the dots that come out. */
export function LogoSettings() {
  const { t } = useTranslation('printing')
  const logo = useAsk('print/logo', null, ['printing-changed'], { keepLast: true }).data
  const choose = useAct(async (file: File) => {
    const picture = await readPicture(file)
    if (!picture) return sayToast({ tone: 'error', text: t('logo-unreadable') })
    await call('print/save-logo', { requestId: newRequestId(), picture })
    sayToast({ tone: 'done', text: t('logo-saved') })
  })
  const remove = useAct(async () => {
    await call('print/save-logo', { requestId: newRequestId(), picture: null })
    sayToast({ tone: 'done', text: t('logo-removed') })
  })
  return (
    <Section title={t('logo')} note={t('logo-why')}>
      {logo && <Dots logo={logo} />}
      <Group gap="xs">
        <FileButton accept="image/png,image/jpeg,image/webp,image/gif" onChange={(file) => file && void choose.run(file)}>
          {(props) => <Button variant="default" loading={choose.busy} {...props}>{t('logo-choose')}</Button>}
        </FileButton>
        {logo && <Button variant="subtle" color="gray" onClick={() => void remove.run()}>{t('logo-remove')}</Button>}
      </Group>
    </Section>
  )
}

function Dots({ logo: { width, height, black } }: { readonly logo: Logo }) {
  const { t } = useTranslation('printing')
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paper = canvas.current?.getContext('2d')
    if (!paper) return
    const dots = Uint8Array.from(atob(black), (byte) => byte.charCodeAt(0))
    const picture = paper.createImageData(width, height)
    dots.forEach((dot, at) => picture.data.set(dot === 1 ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4))
    paper.putImageData(picture, 0, 0)
  }, [width, height, black])
  return <canvas ref={canvas} width={width} height={height} className={styles['logo']} role="img" aria-label={t('logo')} />
}
