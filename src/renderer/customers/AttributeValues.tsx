import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AttributeDefinition } from '../../main/customers/attributes.ts'
import type { PlainDate } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useDates } from '../ui/DateField.tsx'
import { InPlace } from '../ui/InPlace.tsx'
import { useAsk } from '../use-call.ts'
import type { Card } from './card.ts'
import styles from './ProfilePane.module.css'
import { useChange } from './use-change.ts'

/** The shop's own attributes where they have a value, edited in place; and what stands on this person alone. */
export function AttributeValues({ card }: { readonly card: Card }) {
  const { customer } = card
  const definitions = useAsk('customers/attributes', {}, ['customers-changed', 'session-changed']).data ?? []
  const shown = definitions.filter(({ id, active }) => active && customer.attributes.some((each) => each.id === id))
  return (
    <>
      {shown.map((definition) => <One key={definition.id} card={card} definition={definition} />)}
      {customer.extras.length > 0 && <dl className={styles['extras']}>{customer.extras.map(({ name, value }, at) => <div key={at}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>}
    </>
  )
}

function One({ card, definition: { id, name, kind, choices } }: { readonly card: Card; readonly definition: AttributeDefinition }) {
  const { t } = useTranslation('record')
  const { read, short } = useDates()
  const change = useChange(card)
  const value = card.customer.attributes.find((each) => each.id === id)?.value ?? ''
  const words = kind === 'yes-no' ? [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] : choices.map((choice) => ({ value: choice, label: choice }))
  const isChoice = kind === 'yes-no' || kind === 'list'
  const isDate = kind === 'date'
  const save = (typed: string) => change({ attributes: [{ id, value: isDate && typed !== '' ? (read.expiry(typed) ?? typed) : typed }] }, { attributes: [{ id, value }] }, name)
  return (
    <InPlace
      label={name} add={t('add')} value={isDate && value !== '' ? short(value as PlainDate) : value} most={kind === 'long-text' ? 4000 : 300} onSave={save} kind={isChoice ? 'choice' : kind === 'long-text' ? 'lines' : 'text'}
      {...(isChoice ? { choices: [{ value: '', label: t('not-known') }, ...words], shown: words.find((word) => word.value === value)?.label ?? value } : {})}
      {...(kind === 'link' ? { shown: <Anchor component="span">{value}</Anchor> } : {})}
    />
  )
}

/** What was agreed with them, where anything was: changed in the form. */
export function TermsLines({ card: { customer } }: { readonly card: Card }) {
  const { t } = useTranslation('record')
  const { money, percent, day } = useFormat()
  const lines: readonly (readonly [string, string | null])[] = [
    [t('priceList'), customer.priceListName], [t('discount'), customer.discountPpm === 0 ? null : percent(customer.discountPpm)],
    [t('taxExempt'), customer.taxExempt ? [customer.taxCertificate, customer.taxExemptUntil && t('profile:until', { day: day(customer.taxExemptUntil) })].filter(Boolean).join(' ') || t('yes') : null],
    [t('payLaterAllowed'), customer.payLaterAllowed ? (customer.payLaterLimitCents === null ? t('yes') : money(customer.payLaterLimitCents)) : null],
    [t('parent'), customer.parentName], [t('preferredChannel'), customer.preferredChannel && t(`channel-${customer.preferredChannel}`)],
  ]
  const told = lines.filter(([, value]) => value !== null && value !== '')
  if (told.length === 0 && customer.contacts.length === 0) return null
  return (
    <dl className={styles['terms']}>
      {told.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      {customer.contacts.map(({ name, role, shown, email }, at) => <div key={at}><dt>{[name, role].filter(Boolean).join(' · ')}</dt><dd>{shown || email}</dd></div>)}
    </dl>
  )
}
