import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PriceListId } from '../../main/vocabulary.ts'
import { useHere } from '../here.ts'
import { DateField } from '../ui/DateField.tsx'
import { PickPerson } from '../ui/PickPerson.tsx'
import { useAsk } from '../use-call.ts'
import { useLocked } from './CatalogLock.tsx'
import type { CustomerForm } from './customer-form.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

const below = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[]
type TextName = 'discount' | 'taxCertificate' | 'registrationNo' | 'payLaterLimit' | 'payLaterDays'
type TextProps = { readonly name: TextName; readonly path: string; readonly most: number; readonly hint?: string }

function Text({ name, path, most, hint }: TextProps) {
  const { t } = useTranslation('record')
  const { form, set, errorOf, leave } = useForm()
  return <TextInput data-field={path} label={t(name)} value={form[name]} maxLength={most} autoComplete="off" description={hint} inputWrapperOrder={below} error={errorOf(path)} onChange={(event) => set({ [name]: event.currentTarget.value })} onBlur={() => leave(path)} />
}

type SwitchName = 'taxExempt' | 'payLaterAllowed' | 'poRequired' | 'contactList'
function OnOff({ name, hint }: { readonly name: SwitchName; readonly hint?: string }) {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  return <div className={styles['switch']} data-field={name}><Switch label={t(name)} description={hint} checked={form[name]} onChange={(event) => set({ [name]: event.currentTarget.checked })} /></div>
}

/** A member stays one: points that were earned are nobody else's to take away. */
export function Member() {
  const { t } = useTranslation('record')
  const { form, before, set } = useForm()
  return <div className={styles['switch']}><Switch label={t('member')} description={before.member ? t('member-stays') : undefined} checked={form.member} disabled={before.member} onChange={(event) => set({ member: event.currentTarget.checked })} /></div>
}

/** Giving credit asks for a manager when it is saved; taking it away keeps the debt (S1-13). */
export function PayLater() {
  const { t } = useTranslation('record')
  const { form, before } = useForm()
  return <OnOff name="payLaterAllowed" {...(before.payLaterAllowed && !form.payLaterAllowed ? { hint: t('debt-stays') } : {})} />
}

/** Limit and days, and for a business whether its order number is asked for at every sale. */
export function Credit() {
  const { t } = useTranslation('record')
  const { form } = useForm()
  return (
    <fieldset className={styles['box']}>
      <legend>{t('credit')}</legend>
      {!form.payLaterAllowed && <p className="muted">{t('credit-off')}</p>}
      <div className={styles['pair']}>
        <Text name="payLaterLimit" path="payLaterLimitCents" most={15} hint={t('no-limit-hint')} />
        <Text name="payLaterDays" path="payLaterDays" most={3} hint={t('days-hint')} />
      </div>
      {form.type === 'business' && <OnOff name="poRequired" />}
    </fieldset>
  )
}

export const Discount = () => <Text name="discount" path="discountPpm" most={8} hint={useTranslation('record').t('percent-hint')} />
export const RegistrationNo = () => <Text name="registrationNo" path="registrationNo" most={60} />
/** Who manages their own data in the catalog is not copied into anybody's contacts (S1-12). */
export function ContactList() {
  const { t } = useTranslation('record')
  return useLocked() ? null : <OnOff name="contactList" hint={t('contact-list-hint')} />
}

/** A business shows by which certificate, and until when (S3-12); a person may. */
export function TaxExempt() {
  const { t } = useTranslation('record')
  const { form, set, errorOf, leave } = useForm()
  return (
    <fieldset className={styles['box']}>
      <legend>{t('taxes')}</legend>
      <OnOff name="taxExempt" />
      {form.taxExempt && (
        <div className={styles['pair']}>
          <Text name="taxCertificate" path="taxCertificate" most={60} />
          <div data-field="taxExemptUntil"><DateField kind="expiry" label={t('taxExemptUntil')} value={form.taxExemptUntil} onChange={(taxExemptUntil) => set({ taxExemptUntil })} error={errorOf('taxExemptUntil')} onBlur={() => leave('taxExemptUntil')} /></div>
        </div>
      )}
    </fieldset>
  )
}

const channels = ['sms', 'email', 'whatsapp', 'phone', 'post'] as const
const statements = ['print', 'email', 'whatsapp'] as const
const pick = <T extends string>(value: string | null): T | null => (value === null || value === '' ? null : (value as T))

export function PreferredChannel() {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  return <Select label={t('preferredChannel')} allowDeselect={false} data={[{ value: '', label: t('no-preference') }, ...channels.map((value) => ({ value, label: t(`channel-${value}`) }))]} value={form.preferredChannel ?? ''} onChange={(value) => set({ preferredChannel: pick<NonNullable<CustomerForm['preferredChannel']>>(value) })} />
}

export function StatementBy() {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  return <Select label={t('statementBy')} allowDeselect={false} data={[{ value: '', label: t('shop-way') }, ...statements.map((value) => ({ value, label: t(`statement-${value}`) }))]} value={form.statementBy ?? ''} onChange={(value) => set({ statementBy: pick<NonNullable<CustomerForm['statementBy']>>(value) })} />
}

/** Their own price list counts before the one of their group or type. */
export function PriceListField() {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  const lists = useAsk('items/price-lists', null, ['items-changed']).data ?? []
  return <Select label={t('priceList')} allowDeselect={false} data={[{ value: '', label: t('by-group') }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]} value={form.priceListId ?? ''} onChange={(value) => set({ priceListId: pick<PriceListId>(value) })} />
}

/** The company this one belongs to. */
export function Parent() {
  const { t } = useTranslation('record')
  const { form, set, customer, errorOf } = useForm()
  const error = errorOf('parentId')
  return (
    <div data-field="parentId">
      <PickPerson label={t('parent')} except={customer ? [customer.id] : []} picked={form.parent} onPick={(parent) => set({ parent })} />
      {error && <p className={styles['error']} role="alert">{error}</p>}
    </div>
  )
}

/** The newsletter needs an address, and a yes says how it was given (S2-14). */
export function useNewsletterHint(): string | undefined {
  const { t } = useTranslation('record')
  const { shop } = useHere()
  const { form } = useForm()
  return form.emails.some(({ address }) => address.trim() !== '') ? t('newsletter-hint', { shop: shop.name }) : t('newsletter-needs-email')
}
