import { UnstyledButton } from '@mantine/core'
import { IconHeart, IconHeartFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import styles from './Points.module.css'
import { usePoints, useTerms } from './use-points.ts'
import { useSay } from './use-say.ts'

type Props = { readonly customerId: CustomerId; readonly onOpen: () => void }

/** ♥ 240: what the customer has, wherever their name stands. "Join" for who is no member; what is owed says so in a word. */
export function PointsPill({ customerId, onOpen }: Props) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const terms = useTerms()
  const points = usePoints(customerId).data
  if (!terms?.on || !points) return null
  const isMember = points.member
  const balance = isMember ? points.balance : 0
  const shown = !isMember ? t('join') : balance < 0 ? t('owed', { points: say.number(balance) }) : say.number(balance)
  const spoken = !isMember ? t('join-pill') : t('pill', { shown })
  const Heart = isMember ? IconHeartFilled : IconHeart
  return (
    <UnstyledButton className={styles['pill']} data-tone={balance < 0 ? 'danger' : undefined} aria-haspopup="dialog" aria-label={spoken} title={`${spoken} (F5)`} data-points-pill onClick={onOpen}>
      <Heart size={18} aria-hidden /><span className="numbers">{shown}</span>
    </UnstyledButton>
  )
}
