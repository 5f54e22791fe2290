import { UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconCashRegister, IconLock, IconSettings, IconStack2, IconUsers, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { useHere } from '../here.ts'
import { usePlace, type Place } from '../navigation.ts'
import { useAct, useAsk } from '../use-call.ts'
import { useIdle } from '../use-idle.ts'
import { useKeys } from '../use-keys.ts'
import { BackOffice } from './BackOffice.tsx'
import { CustomersScreen } from './CustomersScreen.tsx'
import { ImportScreen } from './ImportScreen.tsx'
import { QueueScreen } from './QueueScreen.tsx'
import { RegisterScreen } from './RegisterScreen.tsx'
import { SettingsScreen } from './SettingsScreen.tsx'
import styles from './Shell.module.css'

type Stop = { readonly place: Place; readonly words: string; readonly key: string; readonly icon: Icon }
const stops: readonly Stop[] = [
  { place: { screen: 'sell' }, words: 'sell', key: 'F6', icon: IconCashRegister },
  { place: { screen: 'queue' }, words: 'queue', key: 'F7', icon: IconStack2 },
  { place: { screen: 'customers' }, words: 'customers', key: 'F8', icon: IconUsers },
  { place: { screen: 'office', page: 'items' }, words: 'back-office', key: 'Alt+B', icon: IconBuildingStore },
  { place: { screen: 'settings' }, words: 'settings', key: 'Alt+,', icon: IconSettings },
]

/** The left rail and the screen beside it. */
export function Shell() {
  const { place, go } = usePlace()
  const { shop } = useHere()
  const lock = useAct(() => call('staff/lock', null))
  const onLock = () => void lock.run()
  useIdle(shop.idleLockSeconds * 1000, onLock)
  useKeys({ F12: onLock, 'Ctrl+Shift+Q': () => go({ screen: 'queue' }), ...Object.fromEntries(stops.map((stop) => [stop.key, () => go(stop.place)])) })
  return (
    <div className={styles['shell']}>
      <Rail onLock={onLock} />
      <main className={styles['main']}>{screenFor(place)}</main>
    </div>
  )
}

function Rail({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation('app')
  const { place, go } = usePlace()
  const { session } = useHere()
  const waiting = useAsk('sales/queue', { mine: false }, ['queue-changed'], { keepLast: true }).data?.length ?? 0
  return (
    <nav className={styles['rail']} aria-label={t('main-menu')}>
      {stops.map(({ place: to, words, key, icon: Picture }) => (
        <UnstyledButton
          key={words} className={styles['stop']} onClick={() => go(to)} title={`${t(words)} (${key})`}
          aria-current={place.screen === to.screen ? 'page' : undefined}
        >
          <Picture size={24} stroke={1.75} aria-hidden />
          <span>{t(words)}</span>
          {words === 'queue' && waiting > 0 && <span className={styles['badge']} aria-label={t('waiting', { count: waiting })}>{waiting}</span>}
        </UnstyledButton>
      ))}
      <UnstyledButton className={`${styles['stop']} ${styles['last']}`} onClick={onLock} title={`${t('lock')} (F12)`}>
        <IconLock size={24} stroke={1.75} aria-hidden />
        <span className={styles['who']}>{session.name}</span>
      </UnstyledButton>
    </nav>
  )
}

function screenFor(place: Place) {
  if (place.screen === 'sell') return <RegisterScreen />
  if (place.screen === 'queue') return <QueueScreen />
  if (place.screen === 'customers') return <CustomersScreen place={place} />
  if (place.screen === 'import') return <ImportScreen />
  if (place.screen === 'office') return <BackOffice place={place} />
  return <SettingsScreen />
}
