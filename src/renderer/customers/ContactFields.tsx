import { ActionIcon, Button, Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconStar, IconStarFilled, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../use-call.ts'
import { PhoneCountrySelect } from './PhoneCountrySelect.tsx'
import { CatalogLock, useLocked } from './CatalogLock.tsx'
import { asksAgain, replaced, smsAt, toFront, withConsentOf, type CustomerForm } from './customer-form.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

const mostEach = 20
const pauseMs = 150
const phoneKinds = ['mobile', 'home', 'work', 'main', 'fax', 'other'] as const
const emailKinds = ['home', 'work', 'accounts', 'other'] as const

/** The first number, which receipts and lists show; a mobile has its Opt-In SMS switch beside it. */
export function PhoneField() {
  const { form } = useForm()
  const locked = useLocked()
  return (
    <>
      {locked && <CatalogLock />}
      <PhoneRow at={0} />
      {smsAt(form) === 0 && <KeepConsent channel="sms" />}
    </>
  )
}

/** The first address, with its Opt-In Email switch. */
export function EmailField() {
  return (
    <>
      <EmailRow at={0} />
      <KeepConsent channel="email" />
    </>
  )
}

/** Every other number, and one more. The star makes one the default: it moves to the front. */
export function MorePhones() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  const locked = useLocked()
  const more = () => set({ phones: [...form.phones, { typed: '', kind: form.phones.some(({ kind }) => kind === 'mobile') ? 'home' : 'mobile' }] })
  return (
    <div className={styles['rows']}>
      {form.phones.slice(1).map((_phone, at) => <div key={at + 1}><PhoneRow at={at + 1} />{smsAt(form) === at + 1 && <KeepConsent channel="sms" />}</div>)}
      <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} onClick={more} disabled={locked || form.phones.length >= mostEach}>{t('add-phone')}</Button>
    </div>
  )
}

export function MoreEmails() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  const locked = useLocked()
  return (
    <div className={styles['rows']}>
      {form.emails.slice(1).map((_email, at) => <EmailRow key={at + 1} at={at + 1} />)}
      <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ emails: [...form.emails, { address: '', kind: 'home' }] })} disabled={locked || form.emails.length >= mostEach}>{t('add-email')}</Button>
    </div>
  )
}

function PhoneRow({ at }: { readonly at: number }) {
  const { form, before, set, errorOf, leave, surface } = useForm()
  const locked = useLocked()
  const label = usePhoneLabel(at)
  const { typed = '', kind = 'mobile', country = '' } = form.phones[at] ?? {}
  const preview = useInternational(typed, country, typed === before.phones[at]?.typed && country === '')
  const change = (part: Partial<CustomerForm['phones'][number]>) => {
    const { country: of, ...number } = { typed, kind, country, ...part }
    put(replaced(form.phones, at, of ? { ...number, country: of } : number))
  }
  const put = (phones: CustomerForm['phones']) => set((now) => withConsentOf(before, { ...now, phones }, 'sms'))
  return (
    <Row at={at} label={label} kind={kind} kinds={phoneKinds} of="phone" count={form.phones.length} locked={locked} switched={smsAt(form) === at ? <OptIn channel="sms" has={typed.trim() !== ''} /> : null}
      onKind={(next) => change({ kind: next })} onStar={() => put(toFront(form.phones, at))} onRemove={() => put(form.phones.filter((_phone, index) => index !== at))}>
      <div className={styles['number']}>
        {surface !== 'register' && <PhoneCountrySelect label={label} typed={typed} chosen={country} locked={locked} onCountry={(next) => change({ country: next })} />}
        <TextInput data-field={`phones.${at}`} type="tel" label={label} value={typed} maxLength={60} autoComplete="off" readOnly={locked} error={errorOf(`phones.${at}`)} description={preview} inputWrapperOrder={['label', 'input', 'description', 'error']} descriptionProps={{ 'aria-live': 'polite' }} onChange={(event) => change({ typed: event.currentTarget.value })} onBlur={() => leave(`phones.${at}`)} />
      </div>
    </Row>
  )
}

/** As it will be kept, with its country code, while it is being typed. */
function useInternational(typed: string, country: string, isOld: boolean): string | undefined {
  const [text] = useDebouncedValue(typed.trim(), pauseMs)
  const { data } = useAsk('customers/international-phone', { typed: text, country }, ['shop-changed'], { enabled: !isOld && text.length > 6, keepLast: true })
  return isOld || text.length <= 6 || data === '' ? undefined : data
}

/** At the register it is "Phone #", as it is told there; elsewhere by its kind. */
function usePhoneLabel(at: number): string {
  const { t } = useTranslation('form')
  const { form, surface } = useForm()
  const kind = form.phones[at]?.kind ?? 'mobile'
  if (at === 0 && surface === 'register') return t('phone')
  if (at === 0) return t(kind === 'mobile' ? 'record:mobile' : form.type === 'business' ? 'record:main-phone' : 'phone')
  const isFirstMobile = kind === 'mobile' && form.phones.findIndex((phone) => phone.kind === 'mobile') === at
  return isFirstMobile && surface !== 'register' ? t('record:mobile') : t('phone-n', { number: at + 1 })
}

function EmailRow({ at }: { readonly at: number }) {
  const { t } = useTranslation('form')
  const { form, before, set, errorOf, leave } = useForm()
  const locked = useLocked()
  const { address = '', kind = 'home' } = form.emails[at] ?? {}
  const label = at === 0 ? t('email') : kind === 'accounts' ? t('record:accounts-email') : t('email-n', { number: at + 1 })
  const put = (emails: CustomerForm['emails']) => set((now) => withConsentOf(before, { ...now, emails }, 'email'))
  return (
    <Row at={at} label={label} kind={kind} kinds={emailKinds} of="email" count={form.emails.length} locked={locked} switched={at === 0 ? <OptIn channel="email" has={address.trim() !== ''} /> : null}
      onKind={(next) => put(replaced(form.emails, at, { address, kind: next }))} onStar={() => put(toFront(form.emails, at))} onRemove={() => put(form.emails.filter((_email, index) => index !== at))}>
      <TextInput data-field={`emails.${at}`} type="email" label={label} value={address} maxLength={254} autoComplete="off" readOnly={locked} error={errorOf(`emails.${at}`)} onChange={(event) => put(replaced(form.emails, at, { address: event.currentTarget.value, kind }))} onBlur={() => leave(`emails.${at}`)} />
    </Row>
  )
}

type RowProps = {
  readonly at: number; readonly label: string; readonly kind: string; readonly kinds: readonly string[]; readonly of: 'phone' | 'email'; readonly count: number; readonly locked: boolean
  readonly children: ReactNode; readonly switched: ReactNode; readonly onKind: (kind: string) => void; readonly onStar: () => void; readonly onRemove: () => void
}
function Row({ at, label, kind, kinds, of, count, locked, children, switched, onKind, onStar, onRemove }: RowProps) {
  const { t } = useTranslation('record')
  const { surface } = useForm()
  const known = kinds.includes(kind) ? kinds : [...kinds, kind]
  const star = at === 0 ? t('is-default', { what: label }) : t('make-default', { what: label })
  return (
    <div className={styles['contactRow']}>
      <div className={styles['grow']}>{children}</div>
      {(surface !== 'register' || count > 1) && (
        <>
          <Select className={styles['kind'] ?? ''} aria-label={t('kind-of', { what: label })} allowDeselect={false} disabled={locked} data={known.map((each) => ({ value: each, label: t(`${of}-kind-${each}`, { defaultValue: each }) }))} value={kind} onChange={(next) => next && onKind(next)} />
          {count > 1 && <ActionIcon variant="subtle" color={at === 0 ? 'accent' : 'gray'} aria-label={star} title={star} aria-pressed={at === 0} disabled={locked} onClick={onStar}>{at === 0 ? <IconStarFilled size={20} aria-hidden /> : <IconStar size={20} aria-hidden />}</ActionIcon>}
          {at > 0 && <ActionIcon color="gray" aria-label={t('form:remove-field', { field: label })} disabled={locked} onClick={onRemove}><IconX size={20} aria-hidden /></ActionIcon>}
        </>
      )}
      {switched}
    </div>
  )
}

type Channel = { readonly channel: 'sms' | 'email' }

/** Off until the customer was asked; the words to ask with stand under it while it is being turned on. */
function OptIn({ channel, has }: Channel & { readonly has: boolean }) {
  const { t } = useTranslation('form')
  const { form, before, set } = useForm()
  const wording = useAsk('messaging/wording', { language: form.language }, ['shop-changed']).data
  const { on } = form[channel]
  const label = t(`opt-in-${channel}`)
  const reason = t(channel === 'sms' && form.phones.some(({ typed }) => typed.trim() !== '') ? 'needs-mobile' : `needs-${channel}`)
  const spoken = has ? label : `${label}, ${reason}`
  return (
    <div className={styles['switch']} title={has ? wording?.[channel] : reason}>
      <Switch label={label} aria-label={spoken} checked={on} disabled={!has} onChange={(event) => set({ [channel]: { on: event.currentTarget.checked, kept: false } })} />
      {on && !before[channel].on && wording && <span className="spoken-only" role="status">{wording[channel]}</span>}
    </div>
  )
}

/** The number changed: does the consent go with it? No, unless somebody says yes. */
function KeepConsent({ channel }: Channel) {
  const { t } = useTranslation('form')
  const { form, before, set } = useForm()
  if (!asksAgain(before, form, channel)) return null
  const { kept } = form[channel]
  const answer = (keep: boolean) => set({ [channel]: { on: keep, kept: keep } })
  return (
    <div className={styles['ask']} role="group" aria-label={t(`keep-${channel}`)}>
      <span role="status">{t(`keep-${channel}`)}</span>
      <Button variant={kept ? 'filled' : 'default'} aria-pressed={kept} onClick={() => answer(true)}>{t('keep-yes')}</Button>
      <Button variant={kept ? 'default' : 'filled'} aria-pressed={!kept} onClick={() => answer(false)}>{t('keep-no')}</Button>
    </div>
  )
}
