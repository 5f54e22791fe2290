import { UnstyledButton } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { keyOf, press, type Key } from './keypad.ts'
import styles from './Keypad.module.css'

const keys: readonly Key[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', 'point', '0', 'back']
type Props = { readonly typed: string; readonly onType: (typed: string) => void; readonly decimals: number }

/** Ten big keys, and the same from the keyboard while no field has the cursor. Tapping keeps the focus where it was. */
export function Keypad({ typed, onType, decimals }: Props) {
  const { t } = useTranslation('sell')
  const point = new Intl.NumberFormat(useFormat().locale).format(1.5).replace(/\d/g, '')
  const type = (key: Key) => onType(press(typed, key, decimals))
  const pad = useRef<HTMLDivElement>(null)
  useTypedKeys(type, pad)
  return (
    <div ref={pad} className={styles['keypad']} role="group" aria-label={t('keypad')}>
      {keys.map((key) => (
        <UnstyledButton
          key={key} className={styles['key']} onMouseDown={(event) => event.preventDefault()} onClick={() => type(key)} disabled={key === 'point' && decimals === 0}
          aria-label={key === 'back' ? t('key-back') : key === 'point' ? t('key-point') : key}
        >
          {key === 'back' ? <IconBackspace size={24} aria-hidden /> : key === 'point' ? point : key}
        </UnstyledButton>
      ))}
    </div>
  )
}

/** What is typed into a PIN pad over this one is not for this keypad; a pad that has its answer and is only fading out takes no more digits. */
const isElsewhere = (target: EventTarget | null, pad: HTMLElement | null): boolean => {
  const dialog = target instanceof Element ? target.closest('[aria-modal="true"]') : null
  return dialog !== null && !dialog.contains(pad) && dialog.querySelector('[data-takes-digits]') !== null
}

function useTypedKeys(type: (key: Key) => void, pad: RefObject<HTMLDivElement | null>): void {
  const latest = useRef(type)
  useEffect(() => void (latest.current = type))
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const inField = event.target instanceof Element && event.target.matches('input:not([type=radio]), textarea')
      const key = inField || isElsewhere(event.target, pad.current) || event.ctrlKey || event.altKey || event.metaKey ? null : keyOf(event.key)
      if (!key) return
      event.preventDefault()
      latest.current(key)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [pad])
}

/** What stands typed, large; the hint where nothing is. */
export function Display({ label, shown, hint, unit }: { readonly label: string; readonly shown: string; readonly hint: string; readonly unit?: string }) {
  const { i18n } = useTranslation()
  const local = i18n.language === 'en' ? shown : shown.replace('.', ',')
  return (
    <div className={styles['display']}>
      <span className="muted">{label}</span>
      <output className={styles['typed']} data-empty={shown === ''} aria-label={label}>
        {shown === '' ? hint : local}
        {unit && <span className={styles['unit']}>{unit}</span>}
      </output>
    </div>
  )
}
