import { Select, SegmentedControl, Switch } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../main/vocabulary.ts'
import { Locked, Page, Section } from '../ui/Page.tsx'
import { SavedText } from '../ui/SavedText.tsx'
import { countryChoices } from '../ui/countries.ts'
import { currencyChoices, provinceChoices, timeZoneChoices } from './countries.ts'
import { DeliverySettings } from './DeliverySettings.tsx'
import { inMoney } from './SetUpSteps.tsx'
import styles from './Shop.module.css'
import { TaxEditor } from './TaxEditor.tsx'
import { useShopChange, type ShopChange } from './use-shop-change.ts'

const ages = [0, 18, 19, 21]
const cashSteps = [1, 5, 10, 50, 100]
type TextName = 'address1' | 'address2' | 'city' | 'region' | 'postcode' | 'phone' | 'taxNumber'

/** Name, address, money and taxes. Each change is saved when its field is left, with Undo. */
export function ShopPage() {
  const { t } = useTranslation('shop')
  const change = useShopChange()
  return (
    <Page title={t('shop')}>
      {!change.mayEdit && <Locked sentence={t('owner-only')} />}
      <Identity change={change} />
      <MoneyAndTime change={change} />
      <TaxEditor change={change} />
      <DeliverySettings mayEdit={change.mayEdit} />
      <Kind change={change} />
    </Page>
  )
}

function Text({ change: { shop, mayEdit, change }, name }: { readonly change: ShopChange; readonly name: TextName }) {
  const { t } = useTranslation('shop')
  return <SavedText label={t(name)} value={shop[name]} most={name === 'postcode' ? 20 : 100} disabled={!mayEdit} onSave={(value) => change({ [name]: value })} />
}

function Identity({ change }: { readonly change: ShopChange }) {
  const { t, i18n } = useTranslation('shop')
  const { shop, mayEdit } = change
  const countries = useMemo(() => countryChoices(i18n.language as Language), [i18n.language])
  const provinces = useMemo(() => provinceChoices(i18n.language as Language), [i18n.language])
  const needed = (value: string) => (value.trim() === '' ? t('name-needed') : undefined)
  const email = (value: string) => (value.trim() === '' || /^\S+@\S+\.\S+$/.test(value.trim()) ? undefined : t('email-wrong'))
  return (
    <Section title={t('identity')}>
      <SavedText label={t('name')} value={shop.name} most={120} check={needed} disabled={!mayEdit} onSave={(name) => change.change({ name })} />
      <div className={styles['two']}><Text change={change} name="address1" /><Text change={change} name="address2" /></div>
      <div className={styles['two']}><Text change={change} name="city" /><Text change={change} name="postcode" /></div>
      <div className={styles['two']}>
        {shop.country === 'CA'
          ? <Select label={t('province')} data={provinces} value={shop.region || null} searchable allowDeselect={false} disabled={!mayEdit} nothingFoundMessage={t('no-match')} onChange={(region) => region && change.change({ region })} />
          : <Text change={change} name="region" />}
        <Select label={t('country')} data={countries} value={shop.country} searchable allowDeselect={false} disabled={!mayEdit} nothingFoundMessage={t('no-match')} onChange={(country) => country && change.change({ country })} />
      </div>
      <div className={styles['two']}>
        <Text change={change} name="phone" />
        <SavedText label={t('email')} value={shop.email} most={254} check={email} disabled={!mayEdit} onSave={(value) => change.change({ email: value })} />
      </div>
      <Text change={change} name="taxNumber" />
      <SavedText label={t('receiptFooter')} value={shop.receiptFooter} most={500} lines={2} disabled={!mayEdit} onSave={(receiptFooter) => change.change({ receiptFooter })} />
    </Section>
  )
}

function MoneyAndTime({ change: { shop, mayEdit, change } }: { readonly change: ShopChange }) {
  const { t, i18n } = useTranslation('shop')
  const spoken = i18n.language as Language
  const currency = currencyChoices(spoken).filter(({ value }) => value === shop.currency)
  const zones = useMemo(() => timeZoneChoices(), [])
  const rounding = cashSteps.map((step) => ({ value: String(step), label: step === 1 ? t('no-rounding') : t('to-nearest', { amount: inMoney(step, shop.currency, spoken) }) }))
  const languages = [{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }, { value: 'es', label: 'Español' }]
  return (
    <Section title={t('money')}>
      <div className={styles['two']}>
        <Select label={t('currency')} description={t('currency-why')} data={currency} value={shop.currency} disabled />
        <Select
          label={t('cashStepCents')} data={rounding} value={String(shop.cashStepCents)} allowDeselect={false} disabled={!mayEdit} className={styles['bottom'] ?? ''}
          onChange={(value) => value && change({ cashStepCents: Number(value) as typeof shop.cashStepCents })}
        />
      </div>
      <div className={styles['two']}>
        <Select label={t('timeZone')} data={zones} value={shop.timeZone} searchable allowDeselect={false} disabled={!mayEdit} nothingFoundMessage={t('no-match')} onChange={(timeZone) => timeZone && change({ timeZone })} />
        <Select label={t('language')} data={languages} value={shop.language} allowDeselect={false} disabled={!mayEdit} onChange={(language) => language && change({ language: language as Language })} />
      </div>
    </Section>
  )
}

function Kind({ change: { shop, mayEdit, change } }: { readonly change: ShopChange }) {
  const { t } = useTranslation('shop')
  const choices = [...new Set([...ages, shop.minimumAge])].toSorted((one, other) => one - other)
  return (
    <Section title={t('kind')}>
      <div>
        <p className={styles['label']} id="shop-age">{t('minimumAge')}</p>
        <SegmentedControl
          aria-labelledby="shop-age" disabled={!mayEdit} value={String(shop.minimumAge)} data={choices.map((age) => ({ value: String(age), label: age === 0 ? t('no-age-limit') : String(age) }))}
          onChange={(value) => change({ minimumAge: Number(value) })}
        />
      </div>
      <Switch label={t('medical')} description={t('medical-why')} checked={shop.medical} disabled={!mayEdit} onChange={(event) => change({ medical: event.currentTarget.checked })} />
    </Section>
  )
}
