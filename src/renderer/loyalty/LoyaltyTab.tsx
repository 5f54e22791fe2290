import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { CardsList } from './CardsList.tsx'
import { HouseholdSection } from './HouseholdSection.tsx'
import { JoinPanel } from './JoinPanel.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import styles from './Loyalty.module.css'
import { ReasonDialog, type ByHand } from './ReasonDialog.tsx'
import { SecurityQuestion } from './SecurityQuestion.tsx'
import { usePoints, useTerms, type Member } from './use-points.ts'
import { useSay } from './use-say.ts'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly onOpenSale: (saleId: SaleId) => void }

/** The Loyalty tab of a profile: what they have, where they stand, what runs out when, their cards, and every row of the ledger. */
export function LoyaltyTab({ customerId, name, onOpenSale }: Props) {
  const { t } = useTranslation('loyalty')
  const terms = useTerms()
  const asked = usePoints(customerId)
  const [act, setAct] = useState<ByHand | null>(null)
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (terms?.on === false) return <Empty sentence={t('refusals:loyalty-off')} />
  if (!asked.data) return <Late />
  if (!asked.data.member) return <div className={styles['tab']}><JoinPanel customerId={customerId} /></div>
  const points = asked.data
  return (
    <div className={styles['tab']}>
      <Figures customerId={customerId} points={points} />
      {points.balance < 0 && <div className={styles['debt']}><span>{t('owed-what')}</span><Button variant="default" onClick={() => setAct({ kind: 'waive', owed: 0 - points.balance })}>{t('waive')}</Button></div>}
      <TierBar points={points} />
      <Expiring points={points} />
      <HouseholdSection customerId={customerId} name={name} />
      <CardsList customerId={customerId} name={name} />
      <SecurityQuestion customerId={customerId} name={name} />
      <LedgerTable customerId={customerId} onOpenSale={onOpenSale} onByHand={setAct} />
      {act && <ReasonDialog customerId={customerId} name={name} act={act} onClose={() => setAct(null)} />}
    </div>
  )
}

function Figures({ customerId, points }: { readonly customerId: CustomerId; readonly points: Member }) {
  const { t } = useTranslation('loyalty')
  const { date } = useFormat()
  const say = useSay()
  const lifetime = useAsk('loyalty/lifetime', { customerId }, ['points-changed']).data
  const figures = [
    [points.balance < 0 ? 'balance-owed' : 'balance', say.number(points.balance)], ...(points.pending > 0 ? [['pending-word', say.number(points.pending)] as const] : []),
    ['lifetime', lifetime ? say.number(lifetime.points) : '–'], ['member-since', date(points.joinedAt)],
  ] as const
  return <dl className={styles['figures']}>{figures.map(([word, value]) => <div key={word}><dt>{t(word)}</dt><dd data-balance={word.startsWith('balance') || undefined}>{value}</dd></div>)}</dl>
}

/** How far to the next tier: by what was earned in twelve months, never by what is left. */
function TierBar({ points: { tier } }: { readonly points: Member }) {
  const { t } = useTranslation('loyalty')
  const { day, money } = useFormat()
  const say = useSay()
  const basis = useTerms()?.tierBasis
  if (!tier) return null
  const amount = (number: number) => (basis === 'spend' ? money(number) : basis === 'visits' ? t('visits', { count: number, shown: say.number(number) }) : say.points(number))
  const next = tier.next && t('tier-next', { amount: amount(tier.next.needs), name: tier.next.name })
  return (
    <div className={styles['tier']}>
      <p><strong>{tier.name ?? t('tier-base')}</strong> <span className="muted">{[t('tier-score', { amount: amount(tier.score) }), next, tier.dropsOn ? t('tier-drops', { day: day(tier.dropsOn) }) : tier.reviewOn && t('tier-review', { day: day(tier.reviewOn) })].filter(Boolean).join(' · ')}</span></p>
      {tier.next && <Progress value={(100 * tier.score) / (tier.score + tier.next.needs)} size="lg" aria-label={next ?? ''} />}
    </div>
  )
}

const mostParts = 6
function Expiring({ points }: { readonly points: Member }) {
  const { t } = useTranslation('loyalty')
  const { day } = useFormat()
  const say = useSay()
  const waiting = points.waiting.filter((part) => part.points > 0)
  const parts = points.expiring.filter(({ expiresOn }) => expiresOn !== null)
  if (parts.length + waiting.length === 0) return null
  const lasting = points.expiring.find(({ expiresOn }) => expiresOn === null)
  return (
    <section aria-label={t('expiry')}>
      <h3 className={styles['title']}>{t('expiry')}</h3>
      <ul className={styles['parts']}>
        {parts.slice(0, mostParts).map((part) => <li key={part.expiresOn}>{t('part-until', { points: say.number(part.points), day: day(part.expiresOn ?? '') })}</li>)}
        {lasting && <li>{t('part-lasting', { points: say.number(lasting.points) })}</li>}
        {waiting.map((part) => <li key={`w${part.postOn}`}>{t('part-waiting', { points: say.number(part.points), day: day(part.postOn) })}</li>)}
      </ul>
    </section>
  )
}
