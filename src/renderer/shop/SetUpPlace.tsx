import { Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryChoices } from '../ui/countries.ts'
import { provinceChoices } from './countries.ts'
import styles from './SetUp.module.css'
import type { Draft } from './set-up-draft.ts'
import type { SetUpState } from './use-set-up.ts'

type TextName = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft]

/** A text of the draft: its problem stands under it once it was left. */
export function DraftText({ setUp, name, first = false, complete = 'off' }: { readonly setUp: SetUpState; readonly name: TextName; readonly first?: boolean; readonly complete?: string }) {
  const { t } = useTranslation('setup')
  const problem = setUp.problems[name]
  return (
    <TextInput
      label={t(name)} value={setUp.draft[name]} maxLength={100} autoComplete={complete} error={problem && t(problem)} {...(first ? { 'data-first': true } : {})}
      onChange={(event) => setUp.change({ [name]: event.currentTarget.value })} onBlur={() => setUp.left(name)}
    />
  )
}

export function SetUpPlace({ setUp }: { readonly setUp: SetUpState }) {
  const { t } = useTranslation('setup')
  const { country, region, language } = setUp.draft
  const countries = useMemo(() => countryChoices(language), [language])
  const provinces = useMemo(() => provinceChoices(language), [language])
  return (
    <div className={styles['fields']}>
      <DraftText setUp={setUp} name="name" first complete="organization" />
      <div className={styles['two']}>
        <Select
          label={t('country')} data={countries} value={country} searchable allowDeselect={false} nothingFoundMessage={t('no-match')}
          onChange={(value) => value && setUp.changePlace({ country: value, region: '' })}
        />
        {country === 'CA'
          ? <Select label={t('province')} data={provinces} value={region || null} placeholder={t('choose')} searchable allowDeselect={false} nothingFoundMessage={t('no-match')} onChange={(value) => value && setUp.changePlace({ country, region: value })} />
          : <DraftText setUp={setUp} name="region" complete="address-level1" />}
      </div>
      <DraftText setUp={setUp} name="address1" complete="street-address" />
      <div className={styles['three']}>
        <DraftText setUp={setUp} name="city" complete="address-level2" />
        <DraftText setUp={setUp} name="postcode" complete="postal-code" />
        <DraftText setUp={setUp} name="phone" complete="tel" />
      </div>
    </div>
  )
}
