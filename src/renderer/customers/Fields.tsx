import { SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerTypeId, Language } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import { DateField } from '../ui/DateField.tsx'
import { Addresses } from './Addresses.tsx'
import { AttributeFields } from './AttributeFields.tsx'
import { EmailField, MoreEmails, MorePhones, PhoneField } from './ContactFields.tsx'
import { useLocked } from './CatalogLock.tsx'
import { businessPhones, type CustomerForm } from './customer-form.ts'
import { Licence, Medical } from './DocumentFields.tsx'
import { GroupField } from './groups/GroupField.tsx'
import styles from './Fields.module.css'
import { CodeAndSource } from './FixedFields.tsx'
import type { FieldName } from './form-layout.ts'
import { useForm } from './form-state.ts'
import { FullName, Names } from './NameFields.tsx'
import { Newsletter } from './Newsletter.tsx'
import { OtherContacts } from './OtherContacts.tsx'
import { PhotoField } from './PhotoField.tsx'
import { Tags } from './Tags.tsx'
import { ContactList, Credit, Discount, Member, Parent, PayLater, PreferredChannel, PriceListField, RegistrationNo, StatementBy, TaxExempt } from './TermsFields.tsx'

type TextField = 'nickname' | 'company' | 'industry' | 'jobTitle' | 'website' | 'taxId'
const longest: Readonly<Record<TextField, number>> = { nickname: 200, company: 200, industry: 200, jobTitle: 200, website: 500, taxId: 60 }

function Text({ name, path = name }: { readonly name: TextField; readonly path?: string }) {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  const locked = useLocked() && name === 'company'
  return <TextInput data-field={path} readOnly={locked} label={t(name)} value={form[name]} maxLength={longest[name]} autoComplete="off" error={errorOf(path)} onChange={(event) => set({ [name]: event.currentTarget.value })} onBlur={() => leave(path)} />
}

/** A new business begins with two empty numbers: its own, and a mobile for texts. Nothing that was typed is touched. */
function withType(form: CustomerForm, type: CustomerForm['type']): CustomerForm {
  const isBlank = form.phones.length === 1 && form.phones[0]?.typed.trim() === ''
  return type === 'business' && isBlank ? { ...form, type, phones: businessPhones } : { ...form, type }
}

function Type() {
  const { t } = useTranslation('form')
  const { form, before, set } = useForm()
  const data = (['personal', 'business'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <div role="group" aria-label={t('type')}>
      <div className={styles['label']} aria-hidden>{t('type')}</div>
      <SegmentedControl fullWidth data={data} value={form.type} onChange={(type) => set((now) => withType(now, type as CustomerForm['type']))} />
      {form.type !== before.type && <p className={`${styles['kept']} muted`} role="status">{t(form.type === 'business' ? 'record:kept-personal' : 'record:kept-business')}</p>}
    </div>
  )
}

/** Nothing chosen is a choice like any other: no small cross to aim at. */
const withNone = (none: string, list: readonly { readonly id: string; readonly name: string }[]) => [{ value: '', label: none }, ...list.map(({ id, name }) => ({ value: id, label: name }))]

function CustomerTypeField() {
  const { t } = useTranslation('form')
  const { customer, form, set } = useForm()
  const types = useAsk('customers/types', {}, ['customers-changed']).data ?? []
  // Main gives whoever is new and has no type the shop's regular one.
  const usual = customer ? undefined : types.find(({ kind }) => kind === 'regular')
  return <Select label={t('customerType')} allowDeselect={false} data={withNone(t('none'), types).filter(({ value }) => !usual || value !== '')} value={form.customerTypeId ?? usual?.id ?? ''} onChange={(id) => set({ customerTypeId: (id || null) as CustomerTypeId | null })} />
}

const languages: readonly { readonly value: Language; readonly label: string }[] = [{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }, { value: 'es', label: 'Español' }]
function LanguageField() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  return <Select label={t('language')} allowDeselect={false} data={[{ value: '', label: t('shop-language') }, ...languages]} value={form.language ?? ''} onChange={(language) => set({ language: (language || null) as Language | null })} />
}

function BirthDate() {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  return <div data-field="birthDate"><DateField kind="birth" label={t('birthDate')} value={form.birthDate} onChange={(birthDate) => set({ birthDate })} error={errorOf('birthDate')} onBlur={() => leave('birthDate')} /></div>
}

function Status() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  const active = form.status === 'active'
  return <div className={styles['switch']}><Switch label={t(active ? 'status-active' : 'status-inactive')} aria-label={`${t('status')}: ${t(active ? 'status-active' : 'status-inactive')}`} checked={active} onChange={(event) => set({ status: event.currentTarget.checked ? 'active' : 'inactive' })} /></div>
}

const mostNotes = 4000
function Notes() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  return <Textarea label={t('notes')} autosize minRows={2} maxRows={8} maxLength={mostNotes} value={form.notes} onChange={(event) => set({ notes: event.currentTarget.value })} description={`${form.notes.length}/${mostNotes}`} inputWrapperOrder={['label', 'input', 'description', 'error']} />
}

/** One component per field name: a layout is only a list of names. */
const components: Readonly<Record<FieldName, ComponentType>> = {
  fullName: FullName, names: Names, nickname: () => <Text name="nickname" />, company: () => <Text name="company" path="name" />, industry: () => <Text name="industry" />,
  jobTitle: () => <Text name="jobTitle" />, website: () => <Text name="website" />, taxId: () => <Text name="taxId" />, type: Type, customerType: CustomerTypeField, group: GroupField,
  birthDate: BirthDate, language: LanguageField, tags: Tags, status: Status, notes: Notes, photo: PhotoField, phone: PhoneField, phones: MorePhones, email: EmailField, emails: MoreEmails,
  addresses: Addresses, code: CodeAndSource, licence: Licence, medical: Medical, attributes: AttributeFields, member: Member, payLater: PayLater, newsletter: Newsletter,
  preferredChannel: PreferredChannel, contactList: ContactList, contacts: OtherContacts, priceList: PriceListField, discount: Discount, credit: Credit, taxExempt: TaxExempt,
  registrationNo: RegistrationNo, statementBy: StatementBy, parent: Parent,
}
const wide = new Set<FieldName>(['names', 'phone', 'phones', 'email', 'emails', 'addresses', 'licence', 'medical', 'attributes', 'notes', 'newsletter', 'contacts', 'credit', 'taxExempt', 'parent', 'code', 'photo', 'fullName'])

/** The fields of one part of the form, two in a row where there is room, in reading order. */
export function Fields({ names }: { readonly names: readonly FieldName[] }) {
  return (
    <div className={styles['grid']}>
      {names.map((name) => {
        const Field = components[name]
        return <div key={name} className={wide.has(name) ? styles['wide'] : styles['half']}><Field /></div>
      })}
    </div>
  )
}
