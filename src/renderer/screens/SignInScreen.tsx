import { UnstyledButton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffName } from '../../main/staff/staff.ts'
import type { StaffId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { useScanPlace } from '../scan-place.ts'
import { chooseByBadge, useChosenByBadge } from '../staff/chosen-by-badge.ts'
import { DemoHint } from '../staff/DemoHint.tsx'
import { LanguageSwitch } from '../staff/LanguageSwitch.tsx'
import { PinEntry } from '../staff/PinEntry.tsx'
import { useRoleWords } from '../staff/role-words.ts'
import { useSecondsUntil } from '../staff/use-pin.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useAsk } from '../use-call.ts'
import { speak } from '../words.ts'
import styles from './SignInScreen.module.css'

/** Tap a name, type the PIN. The same screen unlocks the till and switches user: whoever enters a PIN is the one who works. */
export function SignInScreen() {
  const { t } = useTranslation('staff')
  const names = useAsk('staff/names', {}, ['staff-changed', 'session-changed'])
  const status = useAsk('shop/status', {}, ['shop-changed'])
  const session = useAsk('staff/session', {}, ['session-changed'])
  const byBadge = useChosenByBadge()
  const [tapped, tap] = useState<StaffId | null>(null)
  const chosen = tapped ?? byBadge
  const choose = (id: StaffId) => (chooseByBadge(null), tap(id))
  useScanPlace({ screen: 'locked', customerId: null, show: (outcome) => outcome.kind === 'staff' && (choose(outcome.staffId), true) })
  if (names.error) return <Failure failure={names.error} retry={() => void names.refetch()} />
  if (!names.data || !status.data || session.isPending) return null
  const locked = session.data?.locked ? session.data : null
  const person = names.data.find(({ id }) => id === (chosen ?? locked?.staffId)) ?? (names.data.length === 1 ? names.data[0] : undefined)
  const { shop, register, demo } = status.data
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['shop']}>{shop?.name}</h1>
        <p className={styles['till']}>{locked && <IconLock size={16} aria-hidden />}{locked ? t('till-locked', { till: register?.name, name: locked.name }) : register?.name}</p>
      </header>
      <div className={styles['panes']}>
        <Names people={names.data} chosen={person?.id ?? null} onChoose={choose} />
        <section className={styles['pin']} aria-label={t('pin-pad')}>
          {person ? <SignIn key={person.id} person={person} onRefused={() => void names.refetch()} /> : <Empty sentence={names.data.length === 0 ? t('nobody') : t('tap-name')} />}
        </section>
      </div>
      <footer className={styles['foot']}>
        <LanguageSwitch onChange={speak} />
        {demo && <DemoHint />}
      </footer>
    </main>
  )
}

function Names({ people, chosen, onChoose }: { readonly people: readonly StaffName[]; readonly chosen: StaffId | null; readonly onChoose: (id: StaffId) => void }) {
  const { t } = useTranslation('staff')
  return (
    <section className={styles['names']} aria-label={t('who')}>
      {people.map((person) => <NameTile key={person.id} person={person} chosen={person.id === chosen} onChoose={() => onChoose(person.id)} />)}
    </section>
  )
}

function NameTile({ person, chosen, onChoose }: { readonly person: StaffName; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { t } = useTranslation('staff')
  const sayRole = useRoleWords()
  const locked = useSecondsUntil(person.lockedUntil) > 0
  return (
    <UnstyledButton className={styles['name']} aria-pressed={chosen} onClick={onChoose}>
      <span className={styles['person']}>{person.name}</span>
      <span className={styles['role']}>{locked && <IconLock size={14} aria-hidden />}{locked ? t('pin-locked') : sayRole(person.role, person.roleName)}</span>
    </UnstyledButton>
  )
}

function SignIn({ person, onRefused }: { readonly person: StaffName; readonly onRefused: () => void }) {
  const { t } = useTranslation('staff')
  const onPin = async (pin: string) => {
    try {
      await call('staff/sign-in', { staffId: person.id, pin })
    } catch (error) {
      onRefused()
      throw error
    }
  }
  return (
    <>
      <h2 className={styles['hello']}>{t('enter-pin', { name: person.name })}</h2>
      <PinEntry person={person} onPin={onPin} />
    </>
  )
}
