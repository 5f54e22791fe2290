import { Button, Select, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import styles from './CameraScan.module.css'
import { CameraScan } from './CameraScan.tsx'
import { camerasHere, keepCamera, lastCamera, type Camera } from './use-camera.ts'

/** Settings > Devices: which camera reads codes on this till, and a test that does nothing with what it reads. */
export function CameraSettings() {
  const { t } = useTranslation('camera')
  const { cameras, look } = useFound()
  const [chosen, setChosen] = useState(lastCamera)
  const [testing, setTesting] = useState(false)
  const [read, setRead] = useState<string | null>(null)
  const named = cameras?.filter(({ id, name }) => id !== '' && name !== '') ?? []
  const choose = (id: string) => (keepCamera(id), setChosen(id))
  const test = (text: string, symbology: string) => (setRead(say(t, text, symbology)), setTesting(false))
  const close = () => (setTesting(false), setChosen(lastCamera()), look())
  return (
    <Section title={t('webcam')} note={t('webcam-note')}>
      <div className={styles['foot']}>
        {named.length > 1 && <Select className={styles['choice'] ?? ''} aria-label={t('which')} data={named.map(({ id, name }) => ({ value: id, label: name }))} value={chosen ?? named[0]?.id ?? null} allowDeselect={false} onChange={(id) => id && choose(id)} />}
        <Button variant="default" leftSection={<IconCamera size={18} aria-hidden />} onClick={() => (setRead(null), setTesting(true))}>{t('test')}</Button>
      </div>
      <Text role="status" size="sm" mt="xs">{read ?? stateOf(t, cameras)}</Text>
      {testing && <CameraScan onText={test} onClose={close} />}
    </Section>
  )
}

type Say = ReturnType<typeof useTranslation<'camera'>>['t']
const stateOf = (t: Say, cameras: readonly Camera[] | null): string => {
  if (cameras === null) return t('looking')
  if (cameras.length === 0) return t('trouble-none')
  return cameras[0]?.name ? cameras.map(({ name }) => name).join(', ') : t('unnamed')
}

/** An ID is never shown, not even in a test: only that it was read, and how long it is. */
const say = (t: Say, text: string, symbology: string): string =>
  symbology.startsWith('L') ? t('test-read-id', { count: text.length }) : t('test-read', { kind: kinds[symbology.charAt(0)] ?? symbology, text: text.slice(0, 80) })
const kinds: Readonly<Record<string, string>> = { Q: 'QR', C: 'Code 128', E: 'EAN' }

function useFound() {
  const [cameras, set] = useState<readonly Camera[] | null>(null)
  const look = useCallback(() => void camerasHere().then(set, () => set([])), [])
  useEffect(() => {
    look()
    navigator.mediaDevices?.addEventListener('devicechange', look)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', look)
  }, [look])
  return { cameras, look }
}
