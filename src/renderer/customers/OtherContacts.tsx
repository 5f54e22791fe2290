import { ActionIcon, Button, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sayToast } from '../toasts.ts'
import { replaced } from './customer-form.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'
import { emptyContact, type ContactForm } from './record-form.ts'

const mostContacts = 50

/** Who else speaks for a business: found in the picker as "Ana (Brûlerie Co)". */
export function OtherContacts() {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  return (
    <section className={styles['rows']} aria-labelledby="contacts-head">
      <h3 id="contacts-head" className={styles['head']}>{t('contacts', { count: form.contacts.length })}</h3>
      {form.contacts.map((contact, at) => <ContactCard key={at} at={at} contact={contact} />)}
      <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} disabled={form.contacts.length >= mostContacts} onClick={() => set({ contacts: [...form.contacts, emptyContact] })}>{t('add-contact')}</Button>
    </section>
  )
}

const fields = [['name', 'name', 200], ['role', 'role', 120], ['typed', 'phone', 60], ['email', 'email', 254]] as const

function ContactCard({ at, contact }: { readonly at: number; readonly contact: ContactForm }) {
  const { t } = useTranslation('record')
  const { form, set, errorOf, leave } = useForm()
  const name = t('contact-n', { number: at + 1 })
  const change = (part: Partial<ContactForm>) => set((now) => ({ ...now, contacts: replaced(now.contacts, at, { ...(now.contacts[at] ?? contact), ...part }) }))
  const remove = () => {
    set({ contacts: form.contacts.filter((_contact, index) => index !== at) })
    sayToast({ tone: 'done', text: t('removed', { what: contact.name || name }), undo: () => set((now) => ({ ...now, contacts: [...now.contacts.slice(0, at), contact, ...now.contacts.slice(at)] })) })
  }
  return (
    <fieldset className={styles['box']}>
      <legend>{name}</legend>
      <div className={styles['pair']}>
        {fields.map(([field, path, most]) => (
          <TextInput key={field} data-field={`contacts.${at}.${path}`} type={field === 'typed' ? 'tel' : field === 'email' ? 'email' : 'text'} label={t(`contact-${path}`)} value={contact[field]} maxLength={most} autoComplete="off"
            error={errorOf(`contacts.${at}.${path}`)} onChange={(event) => change({ [field]: event.currentTarget.value })} onBlur={() => leave(`contacts.${at}.${path}`)} />
        ))}
      </div>
      <div className={styles['cardHead']}>
        <Switch label={t('may-buy')} checked={contact.mayBuy} onChange={(event) => change({ mayBuy: event.currentTarget.checked })} />
        <ActionIcon color="gray" aria-label={t('form:remove-field', { field: name })} onClick={remove}><IconTrash size={20} aria-hidden /></ActionIcon>
      </div>
    </fieldset>
  )
}
