import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../main/customers/customer.ts'
import { sayToast } from '../toasts.ts'
import { AddressPlace } from './AddressPlace.tsx'
import { CatalogLock, useLocked } from './CatalogLock.tsx'
import { emptyAddress, replaced, toFront } from './customer-form.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

const mostAddresses = 20
const labels = ['Home', 'Work', 'Delivery', 'Billing'] as const

/** Any number of addresses, each a card. The starred one, the first, is on receipts and route links. */
export function Addresses() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  const locked = useLocked()
  const filled = form.addresses.length
  return (
    <section className={styles['rows']} aria-labelledby="addresses-head">
      <h3 id="addresses-head" className={styles['head']}>{t('record:addresses', { count: filled })}</h3>
      {locked && <CatalogLock />}
      {form.addresses.map((address, at) => <AddressCard key={at} at={at} address={address} />)}
      <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} disabled={locked || filled >= mostAddresses} onClick={() => set({ addresses: [...form.addresses, emptyAddress] })}>{t('add-address')}</Button>
    </section>
  )
}

function AddressCard({ at, address }: { readonly at: number; readonly address: Address }) {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  const locked = useLocked()
  const name = t('address-n', { number: at + 1 })
  const change = (part: Partial<Address>) => set((now) => ({ ...now, addresses: replaced(now.addresses, at, { ...(now.addresses[at] ?? address), ...part }) }))
  const error = errorOf(`addresses.${at}`)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- leaving the card as a whole is what is judged: half an address while it is typed is no mistake
    <fieldset className={styles['box']} onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || leave(`addresses.${at}`)}>
      <legend>{name}</legend>
      <CardHead at={at} address={address} name={name} change={change} />
      <div className={styles['pair']}>
        <TextInput data-field={`addresses.${at}`} label={t('address1')} value={address.address1} maxLength={300} autoComplete="off" readOnly={locked} error={error} onChange={(event) => change({ address1: event.currentTarget.value })} />
        <TextInput label={t('address2')} value={address.address2} maxLength={300} autoComplete="off" readOnly={locked} onChange={(event) => change({ address2: event.currentTarget.value })} />
      </div>
      <AddressPlace at={at} address={address} locked={locked} change={change} />
      {error && <Button variant="subtle" color="gray" style={{ alignSelf: 'start' }} onClick={() => set({ addresses: replaced(form.addresses, at, { ...emptyAddress, label: address.label }) })}>{t('record:clear-address')}</Button>}
    </fieldset>
  )
}

type HeadProps = { readonly at: number; readonly address: Address; readonly name: string; readonly change: (part: Partial<Address>) => void }
/** What it is for, the star, and out with it; taken back with Undo. */
function CardHead({ at, address, name, change }: HeadProps) {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  const locked = useLocked()
  const known: readonly string[] = address.label === '' || (labels as readonly string[]).includes(address.label) ? labels : [...labels, address.label]
  const star = at === 0 ? t('is-default', { what: name }) : t('make-default', { what: name })
  const remove = () => {
    set({ addresses: form.addresses.filter((_address, index) => index !== at) })
    sayToast({ tone: 'done', text: t('removed', { what: name }), undo: () => set((now) => ({ ...now, addresses: [...now.addresses.slice(0, at), address, ...now.addresses.slice(at)] })) })
  }
  return (
    <div className={styles['cardHead']}>
      <Select aria-label={t('label-of', { what: name })} className={styles['kind'] ?? ''} allowDeselect={false} disabled={locked} value={address.label} onChange={(label) => change({ label: label ?? '' })}
        data={[{ value: '', label: t('no-label') }, ...known.map((label) => ({ value: label, label: t(`label-${label.toLowerCase()}`, { defaultValue: label }) }))]} />
      {form.addresses.length > 1 && <ActionIcon variant="subtle" color={at === 0 ? 'accent' : 'gray'} aria-label={star} title={star} aria-pressed={at === 0} disabled={locked} onClick={() => set({ addresses: toFront(form.addresses, at) })}>{at === 0 ? <IconStarFilled size={20} aria-hidden /> : <IconStar size={20} aria-hidden />}</ActionIcon>}
      <ActionIcon color="gray" aria-label={t('form:remove-field', { field: name })} disabled={locked} onClick={remove}><IconTrash size={20} aria-hidden /></ActionIcon>
    </div>
  )
}
