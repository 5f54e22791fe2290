import { Select, type OptionsFilter } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../here.ts'
import { useAsk } from '../use-call.ts'
import styles from './Fields.module.css'
import { countryOfNumber, saysCountry } from './phone-country.ts'

/** Typed without accents or capitals finds it as well. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()
const isAsked = (said: string, search: string): boolean => plain(said).includes(plain(search.trim()))

type Props = { readonly label: string; readonly typed: string; readonly chosen: string; readonly locked: boolean; readonly onCountry: (country: string) => void }

/** Of which country a number is (S2-10): the shop's unless another is chosen; a number that begins with its code says it itself. */
export function PhoneCountrySelect({ label, typed, chosen, locked, onCountry }: Props) {
  const { t, i18n } = useTranslation('record')
  const { shop } = useHere()
  const countries = useAsk('customers/phone-countries', {}).data
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'region' })
    const order = new Intl.Collator(i18n.language)
    const all = (countries ?? []).map(({ country, code }) => ({ value: country, label: `${country} +${code}`, name: names.of(country) ?? country }))
    const sorted = all.toSorted((one, other) => order.compare(one.name, other.name))
    return [...sorted.filter(({ value }) => value === shop.country), ...sorted.filter(({ value }) => value !== shop.country)]
  }, [countries, i18n.language, shop.country])
  const nameOf = (country: string): string => data.find((each) => each.value === country)?.name ?? ''
  const found: OptionsFilter = ({ options, search }) => options.filter((option) => 'value' in option && isAsked(`${nameOf(option.value)} ${option.label}`, search))
  const value = countryOfNumber(typed, chosen, shop.country, countries ?? [])
  return (
    <Select
      className={styles['country'] ?? ''} aria-label={t('country-of-number', { what: label })} title={nameOf(value)} searchable allowDeselect={false} disabled={locked || saysCountry(typed)}
      data={data} filter={found} renderOption={({ option }) => `${nameOf(option.value)} ${option.label.slice(3)}`} value={value === '' ? null : value} onChange={(next) => next && onCountry(next === shop.country ? '' : next)} comboboxProps={{ zIndex: 330, width: 300, position: 'bottom-start' }} rightSectionWidth={28}
    />
  )
}
