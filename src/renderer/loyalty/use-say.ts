import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../format.ts'
import { ownWord } from '../own-word.ts'
import type { WhyNot } from './use-points.ts'
import { useTerms } from './use-points.ts'

type T = TFunction<'loyalty'>

/** Numbers and reasons of loyalty in words: "240 points", or the shop's own word for a point; "−40" with a true minus. */
export function useSay() {
  const { t, i18n } = useTranslation('loyalty')
  const format = useFormat()
  const words = useTerms()?.words
  return useMemo(() => {
    const own = ownWord(words?.[i18n.language as 'en' | 'fr' | 'es'])
    const named = (key: 'points' | 'pts', count: number): string =>
      own ? `${signed(format, count)} ${Math.abs(count) === 1 ? own.one : own.many}` : t(key, { count, shown: signed(format, count) })
    return {
      number: (count: number) => signed(format, count),
      /** With its sign, either way: +33, −100. */
      moved: (count: number) => (count > 0 ? `+${format.whole(count)}` : signed(format, count)),
      points: (count: number) => named('points', count),
      pts: (count: number) => named('pts', count),
      why: (why: WhyNot) => sayWhy(why, t, format, (count) => named('points', count)),
    }
  }, [words, i18n.language, t, format])
}
export type Say = ReturnType<typeof useSay>

const signed = (format: Format, count: number): string => (count < 0 ? `−${format.whole(-count)}` : format.whole(count))

/** Why a reward cannot be used now, and what would help. */
function sayWhy(why: WhyNot, t: T, { money, day }: Format, points: (count: number) => string): string {
  switch (why.why) {
    case 'not-yet': return t('why-not-yet', { day: day(why.startsOn) })
    case 'over': return t('why-over', { day: day(why.endsOn) })
    case 'tier-needed': return t('why-tier-needed', { tiers: why.tierNames.join(', ') })
    case 'household-cap': return t('why-household-cap', { points: points(why.left) })
    case 'not-enough-points': return t('why-not-enough-points', { points: points(why.needs) })
    case 'below-minimum': return t('why-below-minimum', { points: points(why.minimum) })
    case 'wrong-step': return t('why-wrong-step', { points: points(why.step) })
    case 'spend-more': return t('why-spend-more', { amount: money(why.cents) })
    case 'above-share': return t('why-above-share', { amount: money(why.mostCents) })
    default: return t(`why-${why.why}`)
  }
}
