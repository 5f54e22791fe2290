import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { version } from '../../../package.json'
import type { Theme } from '../../main/staff/staff.ts'
import type { Language } from '../../main/vocabulary.ts'
import { PayLaterSettings } from '../accounts/PayLaterSettings.tsx'
import { call } from '../bridge.ts'
import { CustomerSettings } from '../customers/groups/CustomerSettings.tsx'
import { SearchSettings } from '../customers/search/SearchSettings.tsx'
import { SearchTiming } from '../customers/search/SearchTiming.tsx'
import { CameraSettings } from '../devices/camera/CameraSettings.tsx'
import { DevicesPage } from '../devices/DevicesPage.tsx'
import { PrinterSettings } from '../devices/printing/PrinterSettings.tsx'
import { useHere } from '../here.ts'
import { usePlace, type Place } from '../navigation.ts'
import { ScanSettings } from '../devices/scans/ScanSettings.tsx'
import { useScanPlace } from '../scan-place.ts'
import { ConsentSettings } from '../shop/ConsentSettings.tsx'
import { ShopSettings } from '../shop/ShopSettings.tsx'
import { useShopChange } from '../shop/use-shop-change.ts'
import { LanguageSwitch } from '../staff/LanguageSwitch.tsx'
import { MyPin } from '../staff/MyPin.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useAct } from '../use-call.ts'
import { speak } from '../words.ts'
import styles from './SettingsScreen.module.css'

/** Settings, or the page of devices that they lead to. */
export function SettingsScreen({ place }: { readonly place: Extract<Place, { screen: 'settings' }> }) {
  const { go } = usePlace()
  useScanPlace({ screen: 'settings', customerId: null, show: () => false }, place.page === 'devices')
  if (place.page !== 'devices') return <Settings />
  return <DevicesPage onBack={() => go({ screen: 'settings' })}><PrinterSettings /><CameraSettings /></DevicesPage>
}

/** What each person sets for themselves first, then what an owner sets for the shop. Everything is saved at once. */
function Settings() {
  const { t } = useTranslation('shop')
  const { register, shop } = useHere()
  const change = useShopChange()
  return (
    <Page title={t('settings')}>
      <Mine />
      <ToDevices />
      <ShopSettings change={change} />
      <CustomerSettings />
      <PayLaterSettings />
      <ScanSettings />
      <SearchSettings />
      <ConsentSettings change={change} />
      <Section title={t('about')}>
        <p className={styles['about']}><strong className="numbers">{t('version', { version })}</strong><br />{t('about-what')}<br /><span className="muted">{shop.name}, {register.name}</span></p>
        <SearchTiming />
      </Section>
    </Page>
  )
}

function ToDevices() {
  const { t } = useTranslation('devices')
  const { go } = usePlace()
  return (
    <Section title={t('devices')}>
      <Row label={t('what')}><Button variant="default" onClick={() => go({ screen: 'settings', page: 'devices' })}>{t('devices')}</Button></Row>
    </Section>
  )
}

function Mine() {
  const { t } = useTranslation(['shop', 'staff'])
  const { session } = useHere()
  const save = useAct((chosen: { language?: Language; theme?: Theme }) => call('staff/preferences', chosen))
  const themes = (['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(value) }))
  const setLanguage = (language: Language) => {
    speak(language)
    void save.run({ language })
  }
  return (
    <Section title={session.name}>
      <Row label={t('my-language')}><LanguageSwitch onChange={setLanguage} /></Row>
      <Row label={t('look')}><SegmentedControl aria-label={t('look')} value={session.theme} data={themes} onChange={(theme) => void save.run({ theme: theme as Theme })} /></Row>
      <Row label={t('my-pin')}><MyPin /></Row>
    </Section>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return <div className={styles['row']}><span className={styles['label']}>{label}</span>{children}</div>
}
