import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconHistory, IconPencil, IconUserOff, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Initial } from '../customers/Initial.tsx'
import { useAbout } from '../customers/use-about.ts'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { PointsPill } from '../loyalty/PointsPill.tsx'
import type { SetCustomerView } from './customer-view.ts'
import styles from './CustomerStrip.module.css'

type Props = { readonly customer: CartCustomer; readonly setView: SetCustomerView; readonly onClear: () => void; readonly onPoints: () => void }

/** Who is on the cart: the initial opens the menu, the name the profile, the heart their points, the pencil the form, and the cross takes them off. */
export function CustomerStripAttached({ customer, setView, onClear, onPoints }: Props) {
  const { t } = useTranslation('customers')
  const { id } = customer
  const about = useAbout(customer).join(' · ')
  const edit = () => setView({ kind: 'edit', id })
  return (
    <>
      <Menu position="bottom-start" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton className={styles['initial']} aria-label={t('menu-of', { name: customer.name })}><Initial initial={customer.initial} photoOf={customer.hasPhoto ? id : null} /></UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item mih={44} leftSection={<IconHistory size={20} aria-hidden />} onClick={() => setView({ kind: 'profile', id, tab: 'sales' })}>{t('customer-history')}</Menu.Item>
          <Menu.Item mih={44} leftSection={<IconPencil size={20} aria-hidden />} onClick={edit}>{t('edit')}</Menu.Item>
          <Menu.Item mih={44} leftSection={<IconUserOff size={20} aria-hidden />} onClick={onClear}>{t('clear-customer')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <UnstyledButton className={styles['name']} aria-label={t('customer', { name: [customer.name, about].filter(Boolean).join(' ') })} data-customer-popup onClick={() => setView({ kind: 'profile', id })}>
        <span className={`${styles['who']} cut`}>{customer.name}</span>
        {about && <>{' '}<span className="muted cut">{about}</span></>}
      </UnstyledButton>
      <PointsPill customerId={id} onOpen={onPoints} />
      <ActionIcon color="accent" aria-label={t('edit-customer')} title={`${t('edit-customer')} (Ctrl+E)`} onClick={edit}><IconPencil size={22} aria-hidden /></ActionIcon>
      <ActionIcon color="gray" aria-label={t('clear-customer')} title={`${t('clear-customer')} (Ctrl+Backspace)`} onClick={onClear}><IconX size={22} aria-hidden /></ActionIcon>
    </>
  )
}
