import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../use-call.ts'
import styles from './Office.module.css'

const fewestDigits = 7

/** A member's phone number works as a card: says whose it is. */
export function PhoneCard({ text }: { readonly text: string }) {
  const { t } = useTranslation('cards')
  const isNumber = text.replace(/\D/g, '').length >= fewestDigits && !/[a-z]/i.test(text)
  const { data } = useAsk('loyalty/card', { code: text }, [], { enabled: isNumber })
  const [customerId] = data?.kind === 'phone' ? data.customerIds : []
  const person = useAsk('customers/get', { id: customerId! }, [], { enabled: customerId !== undefined })
  if (data?.kind === 'mistyped') return <p className={styles['foreign']} role="status">{t('mistyped')}</p>
  return person.data ? <p className={styles['foreign']} role="status"><IconPhone size={18} aria-hidden />{t('phone-card', { name: person.data.displayName })}</p> : null
}
