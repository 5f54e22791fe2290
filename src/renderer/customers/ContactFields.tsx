import { ActionIcon, Button, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../use-call.ts'
import { asksAgain, replaced, withConsentOf } from './customer-form.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

/** Phone # with its Opt-In SMS switch beside it. */
export function PhoneField() {
  const { t } = useTranslation('form')
  const { form, before, set, errorOf, leave } = useForm()
  const type = (typed: string) => set((now) => withConsentOf(before, { ...now, phones: replaced(now.phones, 0, { typed, kind: now.phones[0]?.kind ?? 'mobile' }) }, 'sms'))
  return (
    <div className={styles['contact']}>
      <TextInput data-field="phones.0" type="tel" label={t('phone')} value={form.phones[0]?.typed ?? ''} maxLength={60} autoComplete="off" error={errorOf('phones.0')} onChange={(event) => type(event.currentTarget.value)} onBlur={() => leave('phones.0')} />
      <OptIn channel="sms" has={(form.phones[0]?.typed ?? '').trim() !== ''} />
      <KeepConsent channel="sms" />
    </div>
  )
}

/** Email with its Opt-In Email switch beside it. */
export function EmailField() {
  const { t } = useTranslation('form')
  const { form, before, set, errorOf, leave } = useForm()
  const type = (address: string) => set((now) => withConsentOf(before, { ...now, emails: replaced(now.emails, 0, { address, kind: now.emails[0]?.kind ?? 'home' }) }, 'email'))
  return (
    <div className={styles['contact']}>
      <TextInput data-field="emails.0" type="email" label={t('email')} value={form.emails[0]?.address ?? ''} maxLength={254} autoComplete="off" error={errorOf('emails.0')} onChange={(event) => type(event.currentTarget.value)} onBlur={() => leave('emails.0')} />
      <OptIn channel="email" has={(form.emails[0]?.address ?? '').trim() !== ''} />
      <KeepConsent channel="email" />
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
  const spoken = has ? label : `${label}, ${t(`needs-${channel}`)}`
  return (
    <div className={styles['switch']} title={wording?.[channel]}>
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

/** Every other number, and one more. */
export function MorePhones() {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  return (
    <div className={styles['pair']}>
      {form.phones.slice(1).map(({ typed, kind }, at) => (
        <div key={at + 1} className={styles['line']}>
          <TextInput data-field={`phones.${at + 1}`} type="tel" label={`${t('phone-n', { number: at + 2 })}`} value={typed} maxLength={60} autoComplete="off" error={errorOf(`phones.${at + 1}`)} onBlur={() => leave(`phones.${at + 1}`)}
            onChange={(event) => set({ phones: replaced(form.phones, at + 1, { typed: event.currentTarget.value, kind }) })} />
          <ActionIcon color="gray" aria-label={t('remove-field', { field: t('phone-n', { number: at + 2 }) })} onClick={() => set({ phones: form.phones.filter((_phone, index) => index !== at + 1) })}><IconX size={20} aria-hidden /></ActionIcon>
        </div>
      ))}
      <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ phones: [...form.phones, { typed: '', kind: 'mobile' }] })} disabled={form.phones.length >= 20}>{t('add-phone')}</Button>
    </div>
  )
}

export function MoreEmails() {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  return (
    <div className={styles['pair']}>
      {form.emails.slice(1).map(({ address, kind }, at) => (
        <div key={at + 1} className={styles['line']}>
          <TextInput data-field={`emails.${at + 1}`} type="email" label={t('email-n', { number: at + 2 })} value={address} maxLength={254} autoComplete="off" error={errorOf(`emails.${at + 1}`)} onBlur={() => leave(`emails.${at + 1}`)}
            onChange={(event) => set({ emails: replaced(form.emails, at + 1, { address: event.currentTarget.value, kind }) })} />
          <ActionIcon color="gray" aria-label={t('remove-field', { field: t('email-n', { number: at + 2 }) })} onClick={() => set({ emails: form.emails.filter((_email, index) => index !== at + 1) })}><IconX size={20} aria-hidden /></ActionIcon>
        </div>
      ))}
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ emails: [...form.emails, { address: '', kind: 'home' }] })} disabled={form.emails.length >= 20}>{t('add-email')}</Button>
    </div>
  )
}
