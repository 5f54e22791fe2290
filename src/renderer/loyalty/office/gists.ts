import { useTranslation } from 'react-i18next'
import type { Rules } from '../../../main/loyalty/program.ts'
import { useFormat } from '../../format.ts'
import { showTimes } from '../../ui/times-text.ts'

export const sections = ['basics', 'earn', 'excluded', 'multipliers', 'tiers', 'redemption', 'expiry', 'bonuses', 'by-hand', 'households'] as const
export type SectionName = (typeof sections)[number]

/** Each section of the rules in one line, so that a closed one still says what holds. */
export function useGists(): (rules: Rules) => Readonly<Record<SectionName, string>> {
  const { t } = useTranslation('program')
  const format = useFormat()
  return (rules) => {
    const { earn, multipliers, tiers, redemption, expiry, bonuses, adjustments } = rules
    const excluded = earn.excludedItemIds.length + earn.excludedCategoryIds.length
    const rate = t('gist-rate', { count: earn.points, points: format.whole(earn.points), money: format.money(earn.perCents), tax: t(earn.beforeTax ? 'gist-before-tax' : 'gist-with-tax') })
    const visit = t('gist-visit', { count: earn.pointsPerVisit, points: format.whole(earn.pointsPerVisit) })
    const several = [
      t('gist-boosts', { count: multipliers.boosts.length }), multipliers.birthdayTimesMilli === 1_000 ? '' : t('gist-birthday', { times: showTimes(multipliers.birthdayTimesMilli, format.locale) }), t(`combine-${multipliers.combine}`),
    ]
    return {
      basics: [rules.on ? t('gist-on') : t('gist-off'), rules.name, t(`joining-${rules.joining}`)].filter(Boolean).join(' · '),
      earn: { spend: rate, visit, 'visit-and-spend': `${rate}, ${visit}`, items: t('gist-items', { count: earn.fixed.length }) }[earn.basis],
      excluded: [excluded === 0 ? '' : t('gist-excluded', { count: excluded }), earn.excludeAgeRestricted ? t('gist-age') : ''].filter(Boolean).join(' · ') || t('gist-none-excluded'),
      multipliers: several.filter(Boolean).join(' · '),
      tiers: tiers.levels.length === 0 ? t('gist-no-tiers') : tiers.levels.map(({ name, timesMilli }) => `${name} ×${showTimes(timesMilli, format.locale)}`).join(' · '),
      redemption: t('gist-redemption', { points: format.whole(redemption.points), money: format.money(redemption.cents), minimum: format.whole(redemption.minimum), share: format.percent(redemption.mostSharePpm) }),
      expiry: expiry.rule.kind === 'months-after-earning' || expiry.rule.kind === 'months-without-visit' ? t(`gist-${expiry.rule.kind}`, { count: expiry.rule.months }) : t(`expiry-${expiry.rule.kind}`),
      bonuses: t('gist-bonuses', { signUp: format.whole(bonuses.signUpPoints), birthday: format.whole(bonuses.birthdayPoints) }),
      households: rules.households.on ? t('gist-households', { most: rules.households.most, tier: t(`tier-by-${rules.households.tierBy}`) }) : t('gist-no-households'),
      'by-hand': t('gist-by-hand', { act: format.whole(adjustments.mostPerAct), day: format.whole(adjustments.mostPerDay) }),
    }
  }
}
