import { Button } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../here.ts'
import { InPlace } from '../ui/InPlace.tsx'
import { isEmail, isPhone } from './check-contact.ts'
import { replaced, smsAt } from './customer-form.ts'
import styles from './ProfilePane.module.css'
import type { Card } from './card.ts'
import { useChange } from './use-change.ts'

/** Phones, e-mails and addresses; beside the first of each channel whether the customer agreed to be written to. */
export function ContactValues({ card }: { readonly card: Card }) {
  return (
    <>
      {card.customer.source === 'catalog' && <CatalogOwned />}
      <Phones card={card} />
      <Emails card={card} />
      <AddressLines card={card} />
    </>
  )
}

/** Their own to change, in the catalog. Where there is none, nobody can be sent there: the button says so, and no message promises a link (S1-29). */
function CatalogOwned() {
  const { t } = useTranslation('profile')
  return (
    <div className={styles['catalog']}>
      <p className={styles['lock']}><IconLock size={16} aria-hidden /> {t('refusals:catalog-owned')}</p>
      <Button variant="default" leftSection={<IconSend size={18} aria-hidden />} disabled aria-describedby="ask-to-update-why">{t('ask-to-update')}</Button>
      <p id="ask-to-update-why" className={styles['small']}>{t('ask-to-update-why')}</p>
    </div>
  )
}

function Phones({ card }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { t: say } = useTranslation('refusals')
  const { shop } = useHere()
  const change = useChange(card)
  const locked = card.customer.source === 'catalog' ? say('catalog-owned') : undefined
  const was = card.customer.phones.map(({ typed, kind }) => ({ typed, kind }))
  const shown = card.customer.phones.map((phone) => phone.shown || phone.typed)
  const rows = shown.length === 0 ? [''] : shown
  return rows.map((value, at) => {
    const label = at === 0 ? t('phone') : t('phone-n', { number: at + 1 })
    const next = (typed: string) => (at < was.length ? replaced(was, at, { typed, kind: was[at]?.kind ?? 'mobile' }) : [...was, { typed, kind: 'mobile' }]).filter((phone) => phone.typed !== '')
    return (
      <div key={at}>
        <InPlace kind="tel" locked={locked} label={label} value={value} add={t('add-phone')} most={60} check={(typed) => (isPhone(typed, shop.country) ? undefined : say('bad-phone'))} onSave={(typed) => change({ phones: next(typed) }, { phones: was }, label)} />
        {at === smsAt(card.customer) && value !== '' && <Consent channel="sms" on={card.switches.sms} />}
      </div>
    )
  })
}

function Emails({ card }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { t: say } = useTranslation('refusals')
  const change = useChange(card)
  const locked = card.customer.source === 'catalog' ? say('catalog-owned') : undefined
  const was = card.customer.emails.map((email) => ({ ...email }))
  const rows = was.length === 0 ? [''] : was.map(({ address }) => address)
  return rows.map((value, at) => {
    const label = at === 0 ? t('email') : t('email-n', { number: at + 1 })
    const next = (address: string) => (at < was.length ? replaced(was, at, { address, kind: was[at]?.kind ?? 'home' }) : [...was, { address, kind: 'home' }]).filter((email) => email.address !== '')
    return (
      <div key={at}>
        <InPlace kind="email" locked={locked} label={label} value={value} add={t('add-email')} most={254} check={(typed) => (isEmail(typed) ? undefined : say('bad-email'))} onSave={(typed) => change({ emails: next(typed) }, { emails: was }, label)} />
        {at === 0 && value !== '' && <Consent channel="email" on={card.switches.email} />}
      </div>
    )
  })
}

function Consent({ channel, on }: { readonly channel: 'sms' | 'email'; readonly on: boolean }) {
  const { t } = useTranslation('profile')
  return <span className={styles['dot']} data-on={on}>{t(`consent-${channel}-${on ? 'on' : 'off'}`)}</span>
}

/** Addresses have six parts, so they are shown here and edited in the form. */
function AddressLines({ card: { customer, incompleteAddresses } }: { readonly card: Card }) {
  const { t, i18n } = useTranslation('profile')
  const countryName = (country: string) => (/^[A-Z]{2}$/.test(country) ? (new Intl.DisplayNames([i18n.language], { type: 'region', fallback: 'none' }).of(country) ?? country) : country)
  return customer.addresses.map((address, at) => {
    const town = [address.city, address.region, address.postcode].filter(Boolean).join(' ')
    const lines = [address.address1, address.address2, town, countryName(address.country)].filter(Boolean)
    return (
      <div key={at} className={styles['masked']}>
        <span><span className={styles['small']}>{address.label === '' ? t('address') : t(`record:label-${address.label.toLowerCase()}`, { defaultValue: address.label })} · {t(incompleteAddresses[at] ? 'record:incomplete' : 'record:not-verified')}</span>{lines.map((line, number) => <span key={number} style={{ display: 'block' }}>{line}</span>)}</span>
      </div>
    )
  })
}
