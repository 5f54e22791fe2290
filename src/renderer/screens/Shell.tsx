import { UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconCashRegister, IconCloudOff, IconHelp, IconLock, IconSearch, IconSettings, IconStack2, IconUsers, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { useCommands } from '../commands.ts'
import { LostDevices } from '../devices/inputs/LostDevices.tsx'
import { TopSearch } from '../customers/search/TopSearch.tsx'
import { CommandBox } from '../help/CommandBox.tsx'
import { HelpPages } from '../help/HelpPages.tsx'
import { ShortcutSheet } from '../help/ShortcutSheet.tsx'
import { useHelp } from '../help/use-help.ts'
import { useHere } from '../here.ts'
import { useOwnWord } from '../loyalty/use-own-word.ts'
import { StatusDialog } from '../messaging/outbox/StatusDialog.tsx'
import { StatusStop } from '../messaging/outbox/StatusStop.tsx'
import { usePlace, type Place } from '../navigation.ts'
import { useAct, useAsk } from '../use-call.ts'
import { useCompact } from '../use-compact.ts'
import { useIdle } from '../use-idle.ts'
import { useRights } from '../use-rights.ts'
import { BackOffice } from './BackOffice.tsx'
import { CompactBar, type BarStop } from './CompactBar.tsx'
import { CustomersDesk } from './CustomersDesk.tsx'
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

type Sheet = 'commands' | 'shortcuts' | 'search' | 'status'

/** The left rail, the screen beside it, the help beside that, and the sheets that open anywhere: search, commands, shortcuts, status. */
export function Shell() {
  const { place, go } = usePlace()
  const { shop } = useHere()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const lock = useAct(() => call('staff/lock', null))
  const onLock = () => void lock.run()
  const close = () => setSheet(null)
  const compact = useCompact()
  const help = useHelp()
  const acts = { onLock, onHelp: help.open, onSearch: () => setSheet('search'), onStatus: () => setSheet('status') }
  const mayOutbox = useRights()('see-reports') === 'yes'
  useOwnWord()
  useIdle(shop.idleLockSeconds * 1000, onLock)
  useShellCommands(acts, setSheet)
  return (
    <div className={styles['shell']} data-shell data-beside={help.asked !== null || undefined}>
      {!compact && <Rail {...acts} />}
      <main className={styles['main']} inert={compact && help.asked !== null}>{screenFor(place)}</main>
      {compact && <Bar {...acts} />}
      <CustomersDesk />
      {help.asked && <HelpPages key={help.asked.times} onClose={help.close} topic={help.asked.topic} />}
      <StatusDialog opened={sheet === 'status'} onClose={close} onOutbox={mayOutbox ? () => (close(), go({ screen: 'office', page: 'outbox' })) : null} />
      <CommandBox opened={sheet === 'commands'} onClose={close} />
      <TopSearch opened={sheet === 'search'} onClose={close} onOpen={(customerId) => go({ screen: 'customers', customerId })} />
      <ShortcutSheet opened={sheet === 'shortcuts'} onClose={close} />
    </div>
  )
}

function useShellCommands({ onLock, onHelp }: RailProps, open: (sheet: Sheet) => void): void {
  const { t } = useTranslation('app')
  const { go } = usePlace()
  useCommands([
    ...stops.map((stop) => ({ name: stop.words, label: t(stop.words), key: stop.key, do: () => go(stop.place) })),
    { name: 'queue-list', label: t('queue'), key: 'Ctrl+Shift+Q', do: () => go({ screen: 'queue' }) },
    { name: 'customer-list', label: t('list:path-customers'), do: () => go({ screen: 'office', page: 'customer-list' }) },
    { name: 'loyalty-report', label: t('office:path-loyalty-report'), key: 'Alt+R', do: () => go({ screen: 'office', page: 'loyalty-report' }) },
    { name: 'groups', label: t('office:path-groups'), do: () => go({ screen: 'office', page: 'groups' }) },
    { name: 'approvals', label: t('office:path-approvals'), do: () => go({ screen: 'office', page: 'approvals' }) },
    { name: 'newsletter', label: t('office:path-newsletter'), do: () => go({ screen: 'office', page: 'newsletter' }) },
    { name: 'program', label: t('office:program'), do: () => go({ screen: 'office', page: 'program' }) },
    { name: 'cards', label: t('office:cards'), do: () => go({ screen: 'office', page: 'cards' }) },
    { name: 'devices', label: t('devices:devices'), do: () => go({ screen: 'settings', page: 'devices' }) },
    { name: 'import', label: t('import'), do: () => go({ screen: 'import' }) },
    { name: 'lock', label: t('lock'), key: 'F12', do: onLock },
    { name: 'status', label: t('outbox:status'), do: () => open('status') },
    { name: 'apps', label: t('office:path-apps'), do: () => go({ screen: 'office', page: 'apps' }) },
    { name: 'outbox', label: t('outbox:outbox'), do: () => go({ screen: 'office', page: 'outbox' }) },
    { name: 'help', label: t('help'), key: 'F1', do: onHelp },
    { name: 'top-search', label: t('search:top-search'), key: 'Ctrl+F', do: () => open('search') },
    { name: 'commands', label: t('commands'), key: 'Ctrl+K', do: () => open('commands') },
    { name: 'shortcuts', label: t('shortcuts'), key: 'Ctrl+/', do: () => open('shortcuts') },
  ])
}

const useWaiting = (): number => useAsk('sales/queue', { mine: false }, ['queue-changed'], { keepLast: true }).data?.length ?? 0

/** The same places in a narrow window. The Customers screen is called Contacts there, as in the seed (S4-18). */
function Bar({ onLock, onHelp, onSearch, onStatus }: RailProps) {
  const { t } = useTranslation('app')
  const { place, go } = usePlace()
  const { session } = useHere()
  const waiting = useWaiting()
  const all = stops.map(({ place: to, words, icon }): BarStop => ({ name: words, label: t(words === 'customers' ? 'contacts' : words), icon, here: place.screen === to.screen, badge: words === 'queue' ? waiting : 0, do: () => go(to) }))
  const rest: readonly BarStop[] = [
    { name: 'search', label: t('search:top-search'), icon: IconSearch, here: false, do: onSearch }, { name: 'status', label: t('outbox:status'), icon: IconCloudOff, here: false, do: onStatus }, { name: 'help', label: t('help'), icon: IconHelp, here: false, do: onHelp },
    { name: 'lock', label: `${session.name}, ${t('lock')}`, icon: IconLock, here: false, do: onLock },
  ]
  return <CompactBar stops={all.slice(0, 2)} more={[...all.slice(2), ...rest]} />
}

type RailProps = { readonly onLock: () => void; readonly onHelp: () => void; readonly onSearch: () => void; readonly onStatus: () => void }
function Rail({ onLock, onHelp, onSearch, onStatus }: RailProps) {
  const { t } = useTranslation('app')
  const { place, go } = usePlace()
  const { session } = useHere()
  const waiting = useWaiting()
  return (
    <nav className={styles['rail']} aria-label={t('main-menu')}>
      <UnstyledButton className={styles['stop']} onClick={onSearch} title={`${t('search:top-search')} (Ctrl+F)`}>
        <IconSearch size={24} stroke={1.75} aria-hidden />
        <span>{t('search:rail')}</span>
      </UnstyledButton>
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
      <span className={styles['last']} />
      <LostDevices className={styles['stop'] ?? ''} onSettings={() => go({ screen: 'settings', page: 'devices' })} />
      <StatusStop className={styles['stop'] ?? ''} onOpen={onStatus} />
      <UnstyledButton className={styles['stop']} onClick={onHelp} title={`${t('help')} (F1)`}>
        <IconHelp size={24} stroke={1.75} aria-hidden />
        <span>{t('help')}</span>
      </UnstyledButton>
      <UnstyledButton className={styles['stop']} onClick={onLock} aria-label={`${session.name}, ${t('lock')}`} title={`${t('lock')} (F12)`}>
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
  return <SettingsScreen place={place} />
}
