import { Autocomplete, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../main/customers/customer.ts'
import type { Language } from '../../main/vocabulary.ts'
import { useHere } from '../here.ts'
import { countryChoices } from '../ui/countries.ts'
import { useAsk } from '../use-call.ts'
import styles from './Fields.module.css'

const pauseMs = 150
type Props = { readonly at: number; readonly address: Address; readonly locked: boolean; readonly change: (part: Partial<Address>) => void }

/** Town, province, postcode and country: what the country has a list of is chosen, everything else is free text, and hints stop nobody. */
export function AddressPlace({ address, locked, change }: Props) {
  const { t, i18n } = useTranslation('form')
  const language = i18n.language as Language
  const regions = useAsk('customers/regions', { country: address.country, language }, [], { keepLast: true }).data
  const [asked] = useDebouncedValue(address, pauseMs)
  const looked = useAsk('customers/look-at-address', { address: asked }, ['shop-changed'], { keepLast: true })
  const look = looked.data
  const leavePostcode = useTidyPostcode(address.postcode, look && !looked.isPlaceholderData && asked.postcode === address.postcode ? look.postcode : null, change)
  const word = regions?.word === 'province' ? t('record:province') : t(regions?.word === 'state' ? 'region' : 'record:region')
  return (
    <>
      <div className={styles['pair']}>
        <City address={address} locked={locked} change={change} />
        <Region word={word} list={regions?.list ?? []} value={address.region} locked={locked} onValue={(region) => change({ region })} />
        <TextInput
          label={t('postcode')} value={address.postcode} maxLength={40} autoComplete="off" readOnly={locked} onChange={(event) => change({ postcode: event.currentTarget.value })}
          onFocus={() => leavePostcode(false)} onBlur={() => leavePostcode(true)}
          description={look?.hints.includes('postcode-format') ? t('record:postcode-like', { example: regions?.postcodeExample }) : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <Country value={address.country} locked={locked} onValue={(country) => change({ country })} />
      </div>
      {look?.chip && <Chip chip={look.chip} hints={look.hints} />}
    </>
  )
}

/** As its country writes it, once the field was left: at once, or when main has answered. An answer to what was typed before changes nothing. */
function useTidyPostcode(typed: string, tidy: string | null, change: Props['change']): (left: boolean) => void {
  const [left, setLeft] = useState(false)
  const latest = useRef(change)
  useEffect(() => void (latest.current = change))
  useEffect(() => {
    if (left && tidy !== null && tidy !== typed) latest.current({ postcode: tidy })
  }, [left, tidy, typed])
  return setLeft
}

type ChipProps = { readonly chip: 'incomplete' | 'unverified'; readonly hints: readonly string[] }
/** Nobody looks addresses up here, so a whole one is "Not verified": that is all this register can say (S1-08). */
function Chip({ chip, hints }: ChipProps) {
  const { t } = useTranslation('record')
  const why = hints.includes('street-number') ? t('add-street-number') : hints.includes('town') ? t('add-town') : null
  if (chip === 'unverified') return <span className={styles['chip']}>{t('not-verified')}</span>
  return <span className={styles['chip']} data-tone="warn" role="status"><IconAlertTriangle size={16} aria-hidden /> {why ? `${t('incomplete')}: ${why}` : t('incomplete')}</span>
}

/** Towns entered before are offered; the one that is taken brings its province and country where none stand yet (S2-19). */
function City({ address, locked, change }: Pick<Props, 'address' | 'locked' | 'change'>) {
  const { t } = useTranslation('form')
  const [text] = useDebouncedValue(address.city.trim(), pauseMs)
  const cities = useAsk('customers/suggest-cities', { text }, ['customers-changed'], { enabled: text !== '', keepLast: true }).data ?? []
  const take = (city: string) => {
    const found = cities.find((each) => each.city === city)
    change({ city, ...(found && address.region === '' ? { region: found.region } : {}), ...(found && address.country === '' ? { country: found.country } : {}) })
  }
  return <Autocomplete label={t('city')} value={address.city} maxLength={120} autoComplete="off" readOnly={locked} data={[...new Set(cities.map(({ city }) => city))]} filter={({ options }) => options} onChange={(city) => change({ city })} onOptionSubmit={take} comboboxProps={{ zIndex: 330 }} />
}

type RegionProps = { readonly word: string; readonly list: readonly { readonly code: string; readonly name: string }[]; readonly value: string; readonly locked: boolean; readonly onValue: (region: string) => void }
function Region({ word, list, value, locked, onValue }: RegionProps) {
  const known = list.some(({ code }) => code === value)
  if (list.length === 0 || (value !== '' && !known)) return <TextInput label={word} value={value} maxLength={120} autoComplete="off" readOnly={locked} onChange={(event) => onValue(event.currentTarget.value)} />
  return <Select label={word} searchable clearable readOnly={locked} data={list.map(({ code, name }) => ({ value: code, label: name }))} value={value === '' ? null : value} onChange={(region) => onValue(region ?? '')} comboboxProps={{ zIndex: 330 }} />
}

/** The shop's own country stands first; three letters find any other. */
function Country({ value, locked, onValue }: { readonly value: string; readonly locked: boolean; readonly onValue: (country: string) => void }) {
  const { t, i18n } = useTranslation('form')
  const { shop } = useHere()
  const data = useMemo(() => {
    const all = countryChoices(i18n.language as Language)
    const first = all.filter((choice) => choice.value === shop.country)
    const strange = value !== '' && !all.some((choice) => choice.value === value) ? [{ value, label: value }] : []
    return [...strange, ...first, ...all.filter((choice) => choice.value !== shop.country)]
  }, [i18n.language, shop.country, value])
  return <Select label={t('country')} searchable clearable readOnly={locked} data={data} value={value === '' ? null : value} placeholder={data.find((choice) => choice.value === shop.country)?.label} onChange={(country) => onValue(country ?? '')} comboboxProps={{ zIndex: 330 }} />
}
