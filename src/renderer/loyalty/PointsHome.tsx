import { Button } from '@mantine/core'
import { IconHeartFilled, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useKeys } from '../use-keys.ts'
import { GiveBonus } from './GiveBonus.tsx'
import styles from './Points.module.css'
import { RewardList } from './RewardList.tsx'
import type { Member } from './use-points.ts'
import { useSay } from './use-say.ts'

type Props = {
  readonly customerId: CustomerId; readonly points: Member; readonly quiet: boolean; readonly hasHistory: boolean
  readonly onChange: (act: 'add' | 'remove') => void; readonly onPart: (part: 'cards' | 'explain' | 'history') => void; readonly onUsed: () => void
}

/** Balance, the two large buttons, the rewards, and the ways on. A adds, R removes. */
export function PointsHome({ customerId, points, quiet, hasHistory, onChange, onPart, onUsed }: Props) {
  const { t } = useTranslation('loyalty')
  useKeys({ A: () => onChange('add'), R: () => onChange('remove') }, !quiet)
  return (
    <div className={styles['home']}>
      <PointsHead points={points} />
      <div className={styles['two']}>
        <Button size="xl" variant="default" leftSection={<IconPlus size={22} aria-hidden />} onClick={() => onChange('add')} title="A">{t('add-points')}</Button>
        <Button size="xl" variant="default" leftSection={<IconMinus size={22} aria-hidden />} onClick={() => onChange('remove')} title="R">{t('remove-points')}</Button>
      </div>
      <RewardList customerId={customerId} points={points} onUsed={onUsed} />
      <div className={styles['ways']}>
        {hasHistory && <Button variant="subtle" onClick={() => onPart('history')}>{t('history')}</Button>}
        <Button variant="subtle" onClick={() => onPart('explain')}>{t('explain-last')}</Button>
        <Button variant="subtle" onClick={() => onPart('cards')}>{t('cards')}</Button>
        <GiveBonus customerId={customerId} />
      </div>
    </div>
  )
}

/** What they have, what still waits, and what runs out next. */
export function PointsHead({ points }: { readonly points: Member }) {
  const { t } = useTranslation('loyalty')
  const { day } = useFormat()
  const say = useSay()
  const next = points.expiring.find(({ expiresOn }) => expiresOn !== null)
  return (
    <div>
      <p className={styles['balance']} data-tone={points.balance < 0 ? 'danger' : undefined}>
        <IconHeartFilled size={28} aria-hidden />
        <strong>{points.balance < 0 ? t('points-owed', { points: say.points(points.balance) }) : say.points(points.balance)}</strong>
        {points.pending > 0 && <span className="muted">{t('pending', { points: say.number(points.pending) })}</span>}
      </p>
      {points.balance < 0 && <p className={styles['under']}>{t('owed-what')}</p>}
      {points.household && <p className={styles['under']}>{t('household:in-pill', { name: points.household.name, points: say.points(points.household.balance) })}</p>}
      {next?.expiresOn && <p className={styles['under']}>{t('next-to-expire', { points: say.number(next.points), day: day(next.expiresOn) })}</p>}
    </div>
  )
}
