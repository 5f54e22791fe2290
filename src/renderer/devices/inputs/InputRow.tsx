import { Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconId, IconKeyboard, IconLoader, IconScan } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useRights } from '../../use-rights.ts'
import styles from './Inputs.module.css'
import { sayTrouble, sayWhere } from './say-device.ts'
import { useRemoveDevice, type DeviceRow } from './use-devices.ts'

type Props = { readonly device: DeviceRow; readonly mayEdit: boolean; readonly open: (what: 'test' | 'learn' | 'edit') => void }

/** One device: where it is, how it fares, what it last sent, and what to do when it is lost. */
export function InputRow({ device, mayEdit, open }: Props) {
  const { t } = useTranslation('devices')
  const remove = useRemoveDevice(t)
  const isReady = device.life.state === 'ready'
  const Picture = device.kind === 'reader' ? IconId : IconScan
  const named = (words: string) => `${t(words)}, ${device.name}`
  return (
    <Row name={device.name} where={sayWhere(t, device)} picture={<Picture size={22} stroke={1.75} aria-hidden />} state={<State device={device} />}>
      {mayEdit && <Button variant="default" aria-label={named('test')} onClick={() => open('test')}>{t('test')}</Button>}
      {mayEdit && device.how.transport === 'serial' && <Button variant="default" aria-label={named('learn')} disabled={!isReady} onClick={() => open('learn')}>{t('learn')}</Button>}
      {mayEdit && <Button variant="default" aria-label={named('change')} onClick={() => open('edit')}>{t('change')}</Button>}
      {mayEdit && <Button variant="subtle" color="gray" aria-label={named('remove')} loading={remove.busy} onClick={() => void remove.run(device)}>{t('remove')}</Button>}
    </Row>
  )
}

/** Scanners that type need no entry, on any till. */
export function KeyboardRow({ mayEdit, open }: { readonly mayEdit: boolean; readonly open: (what: 'test-keys' | 'learn-keys') => void }) {
  const { t } = useTranslation('devices')
  const mayChangeShop = useRights()('edit-shop') === 'yes'
  return (
    <Row name={t('keyboard')} where={t('keyboard-what')} picture={<IconKeyboard size={22} stroke={1.75} aria-hidden />} state={null}>
      {mayEdit && <Button variant="default" aria-label={`${t('test')}, ${t('keyboard')}`} onClick={() => open('test-keys')}>{t('test')}</Button>}
      {mayEdit && mayChangeShop && <Button variant="default" aria-label={`${t('learn')}, ${t('keyboard')}`} onClick={() => open('learn-keys')}>{t('learn')}</Button>}
    </Row>
  )
}

type RowProps = { readonly name: string; readonly where: string; readonly picture: ReactNode; readonly state: ReactNode; readonly children: ReactNode }
function Row({ name, where, picture, state, children }: RowProps) {
  return (
    <div className={styles['row']} role="group" aria-label={name}>
      <span className={styles['picture']}>{picture}</span>
      <div className={styles['about']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['where']}>{where}</p>
        {state}
      </div>
      <Group className={styles['acts'] ?? ''} gap="xs" justify="flex-end">{children}</Group>
    </div>
  )
}

const pictures = { ready: IconCheck, looking: IconLoader, lost: IconAlertTriangle, refused: IconAlertTriangle, busy: IconAlertTriangle } as const

function State({ device }: { readonly device: DeviceRow }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const { state, lastScan } = device.life
  const Picture = pictures[state]
  const trouble = sayTrouble(t, device)
  return (
    <>
      <p className={styles['state']} data-state={state} role="status">
        <Picture size={16} aria-hidden /><span>{t(`state-${state}`)}</span>
        {lastScan && <span className={styles['last']}>{t('last-scan', { time: format.time(lastScan.at), kind: t(`kind-${lastScan.kind}`) })}</span>}
      </p>
      {trouble && <p className={styles['steps']}>{trouble}</p>}
    </>
  )
}
