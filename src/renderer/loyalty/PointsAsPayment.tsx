import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import styles from './Points.module.css'
import type { Wish } from './use-claim.tsx'
import { useTerms } from './use-points.ts'
import { useSay } from './use-say.ts'

type Props = { readonly spendable: number; readonly owes: boolean; readonly busy: boolean; readonly onPay: (wish: Wish) => void }

/** Points pay at the programme's rate, as many as the customer likes; what they are worth stands beside them as they are typed. */
export function PointsAsPayment({ spendable, owes, busy, onPay }: Props) {
  const { t } = useTranslation('loyalty')
  const { money } = useFormat()
  const { shop } = useHere()
  const say = useSay()
  const terms = useTerms()
  const [typed, setTyped] = useState('')
  if (!terms) return null
  const { points: per, cents, minimum, step } = terms.redemption
  const least = Math.max(minimum, step)
  const chosen = typed === '' ? least : Number(typed)
  const worth = Math.floor(Math.floor((chosen * cents) / per) / shop.cashStepCents) * shop.cashStepCents
  const why = owes ? t('why-owed') : spendable < least ? t('why-not-enough-points', { points: say.points(least - spendable) })
    : chosen < minimum ? t('why-below-minimum', { points: say.points(minimum) }) : chosen % step !== 0 ? t('why-wrong-step', { points: say.points(step) })
      : chosen > spendable ? t('only-so-many', { points: say.points(spendable) }) : null
  const use = () => why === null && !busy && onPay({ rewardId: null, points: chosen })
  return (
    <form className={styles['payment']} onSubmit={(event) => (event.preventDefault(), use())}>
      <div className={styles['rewardName']}>{t('pay-with-points')}<small>{why ?? t('rate', { points: say.pts(per), amount: money(cents) })}</small></div>
      {spendable >= least && !owes && (
        <>
          <TextInput
            w={96} aria-label={t('how-many-points')} value={typed} placeholder={String(least)} inputMode="numeric" maxLength={7} autoComplete="off" classNames={{ input: styles['count'] ?? '' }}
            onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
          />
          <Button type="submit" variant="default" disabled={why !== null || busy} aria-label={t('use-points', { points: say.points(chosen), amount: money(worth) })}>{t('use-worth', { amount: money(worth) })}</Button>
        </>
      )}
    </form>
  )
}
