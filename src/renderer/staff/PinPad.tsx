import { UnstyledButton } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PinPad.module.css'
import { usePin } from './use-pin.ts'

type Props = {
  readonly length: number; readonly onPin: (pin: string) => Promise<boolean>
  readonly paused?: boolean; readonly onCancel?: () => void; readonly focusFirst?: boolean
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Keys for a PIN, for thumbs; the same digits are read from a keyboard. What was typed is never shown or spoken, only how much of it. */
export function PinPad({ length, onPin, paused = false, onCancel, focusFirst = false }: Props) {
  const { t } = useTranslation('staff')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focusFirst) first.current?.focus()
  }, [focusFirst])
  const pin = usePin({ length, paused, onPin })
  const key = (digit: string) => (
    <UnstyledButton key={digit} {...(digit === '1' ? { ref: first } : {})} className={styles['key']} disabled={paused} onClick={() => pin.press(digit)}>{digit}</UnstyledButton>
  )
  return (
    <div className={styles['pad']} data-takes-digits>
      <div key={pin.wrongs} className={styles['dots']} data-shake={pin.wrongs > 0} aria-hidden>
        {Array.from({ length }, (_, at) => <span key={at} className={styles['dot']} data-filled={at < pin.count} />)}
      </div>
      <output className="spoken-only">{pin.count > 0 ? t('digits-entered', { count: pin.count, length }) : ''}</output>
      <div className={styles['keys']} role="group" aria-label={t('pin-pad')}>
        {keys.map(key)}
        <UnstyledButton className={styles['key']} disabled={paused} aria-label={t('erase')} onClick={pin.erase}><IconBackspace size={24} stroke={1.75} aria-hidden /></UnstyledButton>
        {key('0')}
        {onCancel && <UnstyledButton className={`${styles['key']} ${styles['word']}`} onClick={onCancel}>{t('cancel')}</UnstyledButton>}
      </div>
    </div>
  )
}
