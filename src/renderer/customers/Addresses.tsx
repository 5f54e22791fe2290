import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../main/customers/customer.ts'
import { emptyAddress, replaced } from './customer-form.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

const lines: readonly { readonly name: keyof Address; readonly most: number }[] = [
  { name: 'address1', most: 300 }, { name: 'address2', most: 300 }, { name: 'city', most: 120 }, { name: 'region', most: 120 }, { name: 'postcode', most: 40 }, { name: 'country', most: 120 },
]

/** Any number of addresses; the first is the one shown. Nothing typed is rewritten. */
export function Addresses() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  const change = (at: number, address: Address) => set({ addresses: replaced(form.addresses, at, address) })
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {form.addresses.map((address, at) => (
        <fieldset key={at} className={styles['box']} data-field={`addresses.${at}`}>
          <legend>{t('address-n', { number: at + 1 })}</legend>
          <div className={styles['pair']}>
            {lines.map(({ name, most }) => <TextInput key={name} label={t(name)} value={address[name]} maxLength={most} autoComplete="off" onChange={(event) => change(at, { ...address, [name]: event.currentTarget.value })} />)}
          </div>
          <Button variant="subtle" color="gray" style={{ alignSelf: 'start' }} leftSection={<IconTrash size={18} aria-hidden />} onClick={() => set({ addresses: form.addresses.filter((_address, index) => index !== at) })}>{t('remove-field', { field: t('address-n', { number: at + 1 }) })}</Button>
        </fieldset>
      ))}
      <Button variant="default" style={{ justifySelf: 'start' }} leftSection={<IconPlus size={18} aria-hidden />} disabled={form.addresses.length >= 20} onClick={() => set({ addresses: [...form.addresses, emptyAddress] })}>{t('add-address')}</Button>
    </div>
  )
}
