import { PasswordInput, SegmentedControl, Select, Switch, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../main/vocabulary.ts'
import { sayFailure } from '../words.ts'
import { currencyChoices, timeZoneChoices } from './countries.ts'
import { DraftText } from './SetUpPlace.tsx'
import styles from './SetUp.module.css'
import type { SetUpState } from './use-set-up.ts'

type Props = { readonly setUp: SetUpState }
const spoken: readonly (readonly [Language, string])[] = [['en', 'English'], ['fr', 'Français'], ['es', 'Español']]
const ages = [0, 18, 19, 21]
const cashSteps = [1, 5, 10, 50, 100]

/** Everything after this screen, and this one, is in the language that was tapped. */
export function SetUpLanguage({ setUp }: Props) {
  const { t } = useTranslation('setup')
  return (
    <div className={styles['languages']} role="radiogroup" aria-label={t('title-language')}>
      {spoken.map(([language, name]) => (
        <UnstyledButton
          key={language} type="button" role="radio" lang={language} className={styles['language']} aria-checked={setUp.draft.language === language}
          {...(setUp.draft.language === language ? { 'data-first': true } : {})} onClick={() => setUp.changeLanguage(language)}
        >
          {name}{setUp.draft.language === language && <IconCheck size={22} className={styles['tick']} aria-hidden />}
        </UnstyledButton>
      ))}
    </div>
  )
}

export function SetUpMoney({ setUp }: Props) {
  const { t } = useTranslation('setup')
  const { currency, timeZone, cashStepCents, language } = setUp.draft
  const currencies = useMemo(() => currencyChoices(language), [language])
  const zones = useMemo(() => timeZoneChoices(), [])
  const rounding = cashSteps.map((step) => ({ value: String(step), label: step === 1 ? t('no-rounding') : t('to-nearest', { amount: inMoney(step, currency, language) }) }))
  return (
    <div className={styles['fields']}>
      <Select label={t('currency')} data={currencies} value={currency} searchable allowDeselect={false} nothingFoundMessage={t('no-match')} onChange={(value) => value && setUp.change({ currency: value })} />
      <Select label={t('cash-rounding')} description={t('cash-rounding-why')} data={rounding} value={String(cashStepCents)} allowDeselect={false} onChange={(value) => value && setUp.change({ cashStepCents: Number(value) })} />
      <Select label={t('time-zone')} data={zones} value={timeZone} searchable allowDeselect={false} nothingFoundMessage={t('no-match')} onChange={(value) => value && setUp.change({ timeZone: value })} />
    </div>
  )
}

/** Minor units shown as money, before there is a shop whose format could be used. */
export function inMoney(minor: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

export function SetUpKind({ setUp }: Props) {
  const { t } = useTranslation('setup')
  return (
    <div className={styles['fields']}>
      <div>
        <p className={styles['question']} id="set-up-age">{t('age-limit')}</p>
        <SegmentedControl
          aria-labelledby="set-up-age" value={String(setUp.draft.minimumAge)} data={ages.map((age) => ({ value: String(age), label: age === 0 ? t('no-age-limit') : String(age) }))}
          onChange={(value) => setUp.change({ minimumAge: Number(value) })}
        />
        <p className={styles['note']}>{t('age-limit-why')}</p>
      </div>
      <Switch
        label={t('medical')} description={t('medical-why')} checked={setUp.draft.medical} data-first
        onChange={(event) => setUp.change({ medical: event.currentTarget.checked })}
      />
    </div>
  )
}

export function SetUpOwner({ setUp }: Props) {
  const { t } = useTranslation('setup')
  const refusedPin = setUp.failure && setUp.problems['pin'] === setUp.failure.code ? sayFailure(setUp.failure) : undefined
  const problem = (field: string) => setUp.problems[field] && t(setUp.problems[field])
  return (
    <div className={styles['fields']}>
      <DraftText setUp={setUp} name="ownerName" first />
      <div className={styles['two']}>
        <PasswordInput
          label={t('pin')} description={t('pin-why')} value={setUp.pins.pin} inputMode="numeric" autoComplete="new-password" maxLength={8} error={refusedPin ?? problem('pin')}
          visibilityToggleButtonProps={{ 'aria-label': t('show-pin') }} onChange={(event) => setUp.changePins({ pin: event.currentTarget.value })} onBlur={() => setUp.left('pin')}
        />
        <PasswordInput
          label={t('again')} description={t('again-why')} value={setUp.pins.again} inputMode="numeric" autoComplete="new-password" maxLength={8} error={problem('again')}
          visibilityToggleButtonProps={{ 'aria-label': t('show-pin') }} onChange={(event) => setUp.changePins({ again: event.currentTarget.value })} onBlur={() => setUp.left('again')}
        />
      </div>
      <DraftText setUp={setUp} name="tillName" />
    </div>
  )
}
