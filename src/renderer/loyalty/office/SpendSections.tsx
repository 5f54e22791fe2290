import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExpiryRule } from '../../../main/loyalty/program.ts'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'
import { BonusMore } from './BonusMore.tsx'
import { ChoiceField, MoneyField, PercentField, SwitchField, WholeField } from './fields.tsx'
import { useForm, useSection } from './form.ts'
import { GoodsPick } from './GoodsPick.tsx'
import styles from './Program.module.css'

const checks = ['none', 'card', 'last4-and-birthday', 'sms-code', 'security-answer'] as const
const mostDays = 3_650

/** What points are worth and how they may be spent. */
export function RedeemSection() {
  const { t } = useTranslation('program')
  const { disabled, refused } = useForm()
  const [redemption, set] = useSection('redemption')
  const texts = useAsk('loyalty/programs', {}, ['loyalty-changed']).data?.canSendTexts ?? false
  return (
    <div className={styles['section']}>
      <div className={styles['two']}>
        <WholeField label={t('rate-points')} least={1} value={redemption.points} onValue={(points) => set({ points })} />
        <MoneyField label={t('rate-money')} least={1} value={redemption.cents} onValue={(cents) => set({ cents })} />
      </div>
      <div className={styles['three']}>
        <WholeField label={t('redeem-minimum')} value={redemption.minimum} onValue={(minimum) => set({ minimum })} />
        <WholeField label={t('redeem-step')} least={1} value={redemption.step} onValue={(step) => set({ step })} />
        <PercentField label={t('most-share')} value={redemption.mostSharePpm} onValue={(mostSharePpm) => set({ mostSharePpm })} />
      </div>
      {refused === 'redemption.minimum' && <p className={styles['wrong']} role="alert">{t('wrong-minimum')}</p>}
      <GoodsPick
        words={{ items: t('not-on-items'), categories: t('not-on-categories') }} disabled={disabled} value={{ itemIds: redemption.excludedItemIds, categoryIds: redemption.excludedCategoryIds }}
        onValue={({ itemIds, categoryIds }) => set({ excludedItemIds: itemIds, excludedCategoryIds: categoryIds })}
      />
      <ChoiceField label={t('check')} value={redemption.check} upright choices={checks.map((value) => ({ value, label: t(`check-${value}`), disabled: value === 'sms-code' && !texts }))} onValue={(check) => set({ check })} note={[t('check-why'), texts ? '' : t('check-no-sms')].filter(Boolean).join(' ')} />
      {redemption.check !== 'none' && <WholeField label={t('check-above')} value={redemption.checkAbove} onValue={(checkAbove) => set({ checkAbove })} />}
      <p className={styles['note']}>{t('never-own-sale')}</p>
    </div>
  )
}

const expiryKinds = ['off', 'months-after-earning', 'yearly', 'months-without-visit'] as const
const firstRule = { off: { kind: 'off' }, 'months-after-earning': { kind: 'months-after-earning', months: 12 }, yearly: { kind: 'yearly', month: 12, date: 31 }, 'months-without-visit': { kind: 'months-without-visit', months: 12 } } as const satisfies Record<ExpiryRule['kind'], ExpiryRule>

/** When points end. */
export function ExpirySection() {
  const { t } = useTranslation('program')
  const [expiry, set] = useSection('expiry')
  const { rule } = expiry
  return (
    <div className={styles['section']}>
      <ChoiceField upright label={t('expiry-kind')} value={rule.kind} choices={expiryKinds.map((value) => ({ value, label: t(`expiry-${value}`) }))} onValue={(kind) => set({ rule: firstRule[kind] })} />
      {(rule.kind === 'months-after-earning' || rule.kind === 'months-without-visit') && <WholeField label={t(`${rule.kind}-label`)} unit={t('months')} least={1} most={120} value={rule.months} onValue={(months) => set({ rule: { ...rule, months } })} />}
      {rule.kind === 'yearly' && <Yearly rule={rule} onRule={(next) => set({ rule: next })} />}
      {rule.kind !== 'off' && (
        <div className={styles['two']}>
          <WholeField label={t('grace-days')} description={t('grace-days-why')} unit={t('days')} most={mostDays} value={expiry.graceDays} onValue={(graceDays) => set({ graceDays })} />
          <WholeField label={t('returned-days')} description={t('returned-days-why')} unit={t('days')} most={mostDays} value={expiry.returnedDays} onValue={(returnedDays) => set({ returnedDays })} />
        </div>
      )}
      {rule.kind !== 'off' && <SwitchField label={t('remind')} description={t('remind-why')} value={expiry.remind} onValue={(remind) => set({ remind })} />}
    </div>
  )
}

type YearlyRule = Extract<ExpiryRule, { kind: 'yearly' }>
function Yearly({ rule, onRule }: { readonly rule: YearlyRule; readonly onRule: (rule: YearlyRule) => void }) {
  const { t } = useTranslation('program')
  const { disabled, refused } = useForm()
  const { locale } = useFormat()
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: name.format(new Date(Date.UTC(2026, at, 1))) }))
  return (
    <div className={styles['two']}>
      <WholeField label={t('yearly-date')} least={1} most={31} value={rule.date} onValue={(date) => onRule({ ...rule, date })} />
      <Select label={t('yearly-month')} data={months} value={String(rule.month)} allowDeselect={false} disabled={disabled} error={refused === 'expiry.rule' && t('wrong-expiry')} onChange={(month) => onRule({ ...rule, month: Number(month) })} />
    </div>
  )
}

/** Points that are given for joining and on a birthday. */
export function BonusSection() {
  const { t } = useTranslation('program')
  const [bonuses, set] = useSection('bonuses')
  return (
    <div className={styles['section']}>
      <div className={styles['two']}>
        <WholeField label={t('sign-up-points')} description={t('sign-up-why')} value={bonuses.signUpPoints} onValue={(signUpPoints) => set({ signUpPoints })} />
        <ChoiceField label={t('sign-up-when')} value={bonuses.signUpWhen} choices={(['at-once', 'first-sale'] as const).map((value) => ({ value, label: t(`sign-up-${value}`) }))} onValue={(signUpWhen) => set({ signUpWhen })} />
      </div>
      <WholeField label={t('birthday-points')} description={t('birthday-why')} value={bonuses.birthdayPoints} onValue={(birthdayPoints) => set({ birthdayPoints })} />
      <div className={styles['three']}>
        <WholeField label={t('birthday-before')} unit={t('days')} most={60} value={bonuses.birthdayDaysBefore} onValue={(birthdayDaysBefore) => set({ birthdayDaysBefore })} />
        <WholeField label={t('birthday-after')} unit={t('days')} most={60} value={bonuses.birthdayDaysAfter} onValue={(birthdayDaysAfter) => set({ birthdayDaysAfter })} />
        <WholeField label={t('birthday-ahead')} unit={t('days')} most={365} value={bonuses.birthdaySetAheadDays} onValue={(birthdaySetAheadDays) => set({ birthdaySetAheadDays })} />
      </div>
      <BonusMore />
    </div>
  )
}

/** How far a manager may go by hand before a second one is asked. */
export function ByHandSection() {
  const { t } = useTranslation('program')
  const [adjustments, set] = useSection('adjustments')
  return (
    <div className={styles['section']}>
      <div className={styles['two']}>
        <WholeField label={t('most-per-act')} least={1} value={adjustments.mostPerAct} onValue={(mostPerAct) => set({ mostPerAct })} />
        <WholeField label={t('most-per-manager')} least={1} value={adjustments.mostPerDay} onValue={(mostPerDay) => set({ mostPerDay })} />
      </div>
      <p className={styles['note']}>{t('by-hand-why')}</p>
      <SwitchField label={t('below-zero')} description={t('below-zero-why')} value={adjustments.belowZero} onValue={(belowZero) => set({ belowZero })} />
    </div>
  )
}
