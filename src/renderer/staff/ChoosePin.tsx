import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import { MyPinForm } from './MyPin.tsx'
import styles from './StaffPage.module.css'

/** Before anything else: whoever signed in with a PIN that somebody else knows, or that grew old, chooses their own. Main opens nothing until then. */
export function ChoosePin() {
  const { t } = useTranslation('roles')
  const leave = useAct(() => call('staff/sign-out', null))
  return (
    <main className={styles['choose']} aria-labelledby="choose-pin">
      <h1 id="choose-pin">{t('choose-pin')}</h1>
      <p className="muted">{t('choose-pin-why')}</p>
      <MyPinForm onDone={() => undefined} leave={{ label: t('sign-out'), do: () => void leave.run() }} />
    </main>
  )
}
