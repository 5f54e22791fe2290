import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallFailed } from '../bridge.ts'
import { sayFailure } from '../words.ts'
import styles from './PinMessage.module.css'

/** How long a lock still lasts, as 0:59 or 14:05. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Why the PIN was not taken: how many tries are left, or how long to wait. Takes its place from the start, so that nothing jumps. */
export function PinMessage({ failure, lockedSeconds }: { readonly failure: CallFailed | null; readonly lockedSeconds: number }) {
  const { t } = useTranslation('staff')
  const failed = failure && failure.code !== 'pin-locked' ? failure : null
  return (
    <div className={styles['line']}>
      <div role="alert">
        {lockedSeconds > 0 && <span className="spoken-only">{t('pin-locked')}</span>}
        {lockedSeconds === 0 && failed && (
          <span className={styles['wrong']}><IconAlertTriangle size={18} aria-hidden />{failed.code === 'wrong-pin' ? t('wrong-pin', { count: Number(failed.facts['left']) }) : sayApproval(failed, t)}</span>
        )}
      </div>
      {lockedSeconds > 0 && <span className={styles['wrong']}><IconLock size={18} aria-hidden />{t('locked-for', { time: clock(lockedSeconds) })}</span>}
    </div>
  )
}

function sayApproval(failure: CallFailed, t: (key: string, facts: Record<string, unknown>) => string): string {
  const name = failure.facts['name']
  return failure.code === 'not-allowed' && typeof name === 'string' ? t('cannot-approve', { name }) : sayFailure(failure)
}
