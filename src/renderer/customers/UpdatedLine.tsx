import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../main/customers/customer.ts'
import { useFormat } from '../format.ts'
import { usePlace } from '../navigation.ts'
import { useRights } from '../use-rights.ts'
import styles from './Updated.module.css'

/** "Last updated 21 Nov, 14:02 by Léa on Till 1"; a tap opens its audit, for who may see that (S2-31). */
export function UpdatedLine({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('record')
  const { dateTime } = useFormat()
  const { go } = usePlace()
  const may = useRights()('see-audit') === 'yes'
  const by = customer.updatedBy === null ? '' : t(customer.updatedAtTill === null ? 'updated-by' : 'updated-by-at', { name: customer.updatedBy, till: customer.updatedAtTill })
  const text = `${t('profile:updated', { when: dateTime(customer.updatedAt) })} ${by}`.trim()
  if (!may) return <p className={`${styles['updated']} muted`}>{text}</p>
  return <UnstyledButton className={`${styles['updated']} muted`} title={t('open-audit')} onClick={() => go({ screen: 'office', page: 'audit', customerId: customer.id })}>{text}</UnstyledButton>
}
