import { SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Household.module.css'
import points from './Points.module.css'

export type May = { readonly role: 'spender' | 'earner'; readonly cap: string }
/** What the form says of the cap: a number, none, or not to be read. */
export const capOf = ({ role, cap }: May): number | null | undefined => {
  if (role === 'earner' || cap.trim() === '') return null
  const read = Number(cap.replace(/[\s\u00a0\u202f]/g, ''))
  return Number.isSafeInteger(read) && read > 0 && read <= 10_000_000 ? read : undefined
}

/** What someone may do with the points of all. */
export function MayFields({ may, onMay }: { readonly may: May; readonly onMay: (may: May) => void }) {
  const { t } = useTranslation('household')
  const wrong = capOf(may) === undefined
  return (
    <>
      <SegmentedControl fullWidth aria-label={t('may')} value={may.role} onChange={(role) => onMay({ ...may, role: role as May['role'] })} data={[{ value: 'spender', label: t('role-spender') }, { value: 'earner', label: t('role-earner') }]} />
      {may.role === 'spender' && <TextInput label={t('cap')} placeholder={t('no-cap')} value={may.cap} maxLength={12} inputMode="numeric" autoComplete="off" error={wrong ? t('cap-wrong') : null} onChange={(event) => onMay({ ...may, cap: event.currentTarget.value })} />}
    </>
  )
}

type CardProps = { readonly names: readonly string[]; readonly cards: readonly string[]; readonly onCards: (cards: readonly string[]) => void; readonly why: string }
/** Whoever must agree shows a card: a scanner types it here. Left empty, a manager's PIN is asked. */
export function CardFields({ names, cards, onCards, why }: CardProps) {
  const { t } = useTranslation('household')
  return (
    <div className={points['stack']}>
      <p className={points['under']}>{why}</p>
      <div className={styles['cards']}>
        {names.map((name, at) => <TextInput key={name} label={t('card-of', { name })} value={cards[at] ?? ''} maxLength={64} autoComplete="off" spellCheck={false} onChange={(event) => onCards(names.map((_, place) => (place === at ? event.currentTarget.value : (cards[place] ?? ''))))} />)}
      </div>
    </div>
  )
}
export const shownCards = (cards: readonly string[]): string[] => cards.map((card) => card.trim()).filter((card) => card !== '')
