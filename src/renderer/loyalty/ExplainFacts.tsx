import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { useFormat } from '../format.ts'
import styles from './Explain.module.css'
import { useReason, type HistoryRow } from './history.ts'
import { useSay } from './use-say.ts'

type Entry = Output<'loyalty/explain'>
type Facts = Readonly<Record<string, unknown>>

/** What there is to know of a row that is no earning: the reward, the reason, what a refund left standing. */
export function ExplainFacts({ row, entry }: { readonly row: HistoryRow; readonly entry: Entry }) {
  const { t } = useTranslation('loyalty')
  const reason = useReason()(row)
  const sentences = useSentences(entry)
  const rows = [...(reason === '' ? [] : [t('because', { reason })]), ...sentences]
  if (rows.length === 0) return null
  return <ul className={styles['facts']}>{rows.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
}

function useSentences({ kind, points, facts }: Entry): string[] {
  const { t } = useTranslation('loyalty')
  const { money, day } = useFormat()
  const say = useSay()
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return []
  const known = facts as Facts
  const number = (name: string): number => Number(known[name] ?? 0)
  const text = (name: string): string => (typeof known[name] === 'string' ? known[name] : '')
  if (kind === 'redeem') return [t('fact-redeem', { name: text('name') || t('paid-with-points'), amount: money(number('cents')), points: say.points(0 - points) })]
  if (kind === 'adjust' && known['countsForTier'] === true) return [t('fact-tier')]
  if ((kind === 'reverse' || kind === 'void') && 'redeemed' in known) return [t('fact-returned', { redeemed: say.points(number('redeemed')), before: say.points(number('returnedBefore')), points: say.points(points) })]
  if ((kind === 'reverse' || kind === 'void') && 'earned' in known) {
    const { earned, should, before } = { earned: number('earned'), should: number('shouldHave'), before: number('reversedBefore') }
    const lost = number('notRecovered')
    return [t('fact-reversed', { earned: say.points(earned), should: say.points(should), before: say.points(before), points: say.points(earned - before - should - lost) }), ...(lost > 0 ? [t('fact-not-recovered', { points: say.points(lost) })] : [])]
  }
  if (kind === 'expire' && text('lastDay') !== '') return [t('fact-expired', { day: day(text('lastDay')) })]
  if (kind === 'waive') return [t('fact-waived', { points: say.points(number('owed')) })]
  return []
}
