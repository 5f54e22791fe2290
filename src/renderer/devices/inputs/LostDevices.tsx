import { Button, Popover, UnstyledButton } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import styles from './Inputs.module.css'
import { isLost, sayTrouble } from './say-device.ts'
import { useDevices } from './use-devices.ts'

/** Stands in the rail while a scanner or reader is lost, and says what to do; says at once when a device sends what is no scan. */
export function LostDevices({ className, onSettings }: { readonly className: string; readonly onSettings: () => void }) {
  const { t } = useTranslation('devices')
  const [opened, open] = useState(false)
  const lost = (useDevices().data ?? []).filter(isLost)
  useEffect(() => on('device-misread', ({ kind }) => sayToast({ tone: 'error', text: t(`misread-${kind}`) })), [t])
  if (lost.length === 0) return null
  const settings = () => {
    open(false)
    onSettings()
  }
  return (
    <Popover opened={opened} onChange={open} position="right-end" width={340} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={`${className} ${styles['alert']}`} onClick={() => open(!opened)} aria-label={t('lost', { count: lost.length })}>
          <IconPlugConnectedX size={24} stroke={1.75} aria-hidden />
          <span>{t('lost-short')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lost', { count: lost.length })}>
        {lost.map((device) => (
          <div key={device.id} className={styles['lost']}>
            <strong>{device.name}</strong>
            <p className={styles['steps']}>{sayTrouble(t, device)}</p>
          </div>
        ))}
        <Button variant="default" fullWidth onClick={settings}>{t('devices')}</Button>
      </Popover.Dropdown>
    </Popover>
  )
}
