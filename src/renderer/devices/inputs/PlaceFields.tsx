import { Autocomplete, Button, NativeSelect, Radio } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Change } from './DeviceDialog.tsx'
import type { DeviceForm, Wrong } from './device-form.ts'
import styles from './Inputs.module.css'
import { usbId } from './say-device.ts'
import type { Plugged } from './use-devices.ts'

export type Look = { readonly plugged: Plugged | undefined; readonly isLooking: boolean; readonly again: () => void }
type Props = { readonly form: DeviceForm; readonly change: Change; readonly wrong: Wrong; readonly look: Look }

/** A listed port, or a path that is typed: virtual lines are in no list. */
export function SerialFields({ form, change, wrong, look }: Props) {
  const { t } = useTranslation('devices')
  const ports = look.plugged?.serial ?? []
  const speeds = look.plugged?.baudRates ?? [9600]
  return (
    <>
      <div className={styles['pair']}>
        <Autocomplete
          label={t('port')} description={t('port-what')} value={form.path} onChange={(path) => change({ path })} data={ports.map(({ path }) => path)} maxLength={250}
          error={wrong === 'path' && t('port-needed')}
          renderOption={({ option }) => <span>{option.value} <span className="muted">{portOf(ports.find(({ path }) => path === option.value))}</span></span>}
        />
        <NativeSelect label={t('speed')} description={t('speed-what')} value={form.baudRate} data={speeds.map(String)} onChange={(event) => change({ baudRate: event.currentTarget.value })} />
      </div>
      <Found look={look} count={ports.length} none={t('no-ports')} missing={look.plugged?.missing.includes('serial') ?? false} />
      {look.plugged?.facts.mayOpenSerial === false && <p className={styles['hint']}>{t('fact-dialout')}</p>}
      {look.plugged?.facts.modemManager === true && <p className={styles['hint']}>{t('fact-modem-manager')}</p>}
    </>
  )
}

const portOf = (port: Plugged['serial'][number] | undefined): string => (port ? [port.maker, usbId(port)].filter(Boolean).join(' ') : '')

/** Only scanners and swipe readers are offered: keyboards belong to the system. */
export function HidFields({ form, change, wrong, look }: Props) {
  const { t } = useTranslation('devices')
  const found = look.plugged?.hid ?? []
  return (
    <>
      {found.length > 0 && (
        <Radio.Group label={t('device')} value={form.hid} onChange={(hid) => change({ hid, kind: found.find(({ path }) => path === hid)?.role ?? form.kind })} error={wrong === 'hid' && t('hid-needed')}>
          {found.map((one) => <Radio key={one.path} className={styles['choice'] ?? ''} value={one.path} label={[one.maker, one.product, usbId(one)].filter(Boolean).join(' ')} />)}
        </Radio.Group>
      )}
      {form.kept && found.length === 0 && <p className={styles['hint']}>{t('hid-kept', { id: usbId(form.kept) })}</p>}
      {wrong === 'hid' && found.length === 0 && <p className={styles['wrong']} role="alert">{t('hid-needed')}</p>}
      <Found look={look} count={found.length} none={t('no-hid')} missing={look.plugged?.missing.includes('hid') ?? false} />
      {look.plugged?.facts.hidRules === false && <p className={styles['hint']}>{t('fact-udev')}</p>}
    </>
  )
}

function Found({ look, count, none, missing }: { readonly look: Look; readonly count: number; readonly none: string; readonly missing: boolean }) {
  const { t } = useTranslation('devices')
  const said = missing ? t('driver-missing') : look.plugged === undefined || look.isLooking ? t('state-looking') : count === 0 ? none : t('found', { count })
  return (
    <div className={styles['found']}>
      <span role="status">{said}</span>
      <Button className={styles['again'] ?? ''} variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={look.again} disabled={look.isLooking}>{t('look-again')}</Button>
    </div>
  )
}
