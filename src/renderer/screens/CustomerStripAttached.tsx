import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconHistory, IconPencil, IconUserOff, IconUserQuestion, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckIdentity } from '../customers/groups/CheckIdentity.tsx'
import { Initial } from '../customers/Initial.tsx'
import { useAbout } from '../customers/use-about.ts'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { PointsPill } from '../loyalty/PointsPill.tsx'
import { useAsk } from '../use-call.ts'
import type { SetCustomerView } from './customer-view.ts'
import styles from './CustomerStrip.module.css'

type Props = { readonly customer: CartCustomer; readonly setView: SetCustomerView; readonly onClear: () => void; readonly onPoints: () => void }

/** Who is on the cart: the initial opens the menu, the name the profile, the heart their points, the pencil the form, and the cross takes them off. */
export function CustomerStripAttached({ customer, setView, onClear, onPoints }: Props) {
  const { t } = useTranslation('customers')
  const { id } = customer
  const about = useAbout(customer).join(' · ')
  const edit = () => setView({ kind: 'edit', id })
  const [question, check] = useState<string | null>(null)
  return (
    <>
      <Menu position="bottom-start" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton className={styles['initial']} aria-label={t('menu-of', { name: customer.name })}><Initial initial={customer.initial} photoOf={customer.hasPhoto ? id : null} /></UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item mih={44} leftSection={<IconHistory size={20} aria-hidden />} onClick={() => setView({ kind: 'profile', id, tab: 'sales' })}>{t('customer-history')}</Menu.Item>
          <Menu.Item mih={44} leftSection={<IconPencil size={20} aria-hidden />} onClick={edit}>{t('edit')}</Menu.Item>
          <IdentityItem customer={customer} onCheck={check} />
          <Menu.Item mih={44} leftSection={<IconUserOff size={20} aria-hidden />} onClick={onClear}>{t('clear-customer')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <UnstyledButton className={styles['name']} aria-label={t('customer', { name: [customer.name, about].filter(Boolean).join(' ') })} data-customer-popup onClick={() => setView({ kind: 'profile', id })}>
        <span className={`${styles['who']} cut`}>{customer.name}</span>
        {about && <>{' '}<span className="muted cut">{about}</span></>}
      </UnstyledButton>
      {question !== null && <CheckIdentity customerId={id} name={customer.name} question={question} onClose={() => check(null)} />}
      <PointsPill customerId={id} onOpen={onPoints} />
      <ActionIcon color="accent" aria-label={t('edit-customer')} title={`${t('edit-customer')} (Ctrl+E)`} onClick={edit}><IconPencil size={22} aria-hidden /></ActionIcon>
      <ActionIcon color="gray" aria-label={t('clear-customer')} title={`${t('clear-customer')} (Ctrl+Backspace)`} onClick={onClear}><IconX size={22} aria-hidden /></ActionIcon>
    </>
  )
}

/** Is it them? Their own question, asked before something is done in their name (S2-12); without one it says so. */
function IdentityItem({ customer: { id }, onCheck }: Pick<Props, 'customer'> & { readonly onCheck: (question: string) => void }) {
  const { t } = useTranslation('groups')
  const asked = useAsk('loyalty/security', { customerId: id }, ['customer-changed']).data
  const question = asked?.question ?? null
  return (
    <Menu.Item mih={44} leftSection={<IconUserQuestion size={20} aria-hidden />} disabled={question === null} onClick={() => question !== null && onCheck(question)}>
      {t('check-identity')}
      {asked && question === null && <span className={styles['noQuestion']}>{t('no-question')}</span>}
    </Menu.Item>
  )
}
