import { Button, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CartCustomer } from '../../main/sales/sale.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAssign } from '../loyalty/AssignCard.tsx'
import type { OutcomeOf } from '../scan-place.ts'
import { useAsk } from '../use-call.ts'

type Who = Pick<CartCustomer, 'id' | 'name'>
type Props = { readonly blank: OutcomeOf<'card-blank'>; readonly customer: Who | null; readonly onClose: () => void }

/** A blank card is offered to who is there: one tap makes it theirs. */
export function BlankCard({ blank, customer, onClose }: Props) {
  const { t } = useTranslation('loyalty')
  return (
    <Modal opened onClose={onClose} title={t('blank-title')} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text role="alert" mb="md">{t(customer ? 'blank-offer' : 'blank-nobody', { code: blank.shown })}</Text>
      {customer && <GiveCard code={blank.code} customer={customer} takeUnknown={false} label={t('give-to', { name: customer.name })} onDone={onClose} />}
    </Modal>
  )
}

type GiveProps = { readonly code: string; readonly customer: Who; readonly takeUnknown: boolean; readonly label: string; readonly onDone: () => void }
/** One tap makes the code this customer's card. */
export function GiveCard({ code, customer, takeUnknown, label, onDone }: GiveProps) {
  const assign = useAssign(customer.id, customer.name)
  return <Button variant={takeUnknown ? 'default' : 'filled'} loading={assign.busy} {...(takeUnknown ? {} : { 'data-autofocus': true })} onClick={() => void assign.run(code, takeUnknown).then((card) => card && onDone())}>{label}</Button>
}

type ForProps = { readonly blank: OutcomeOf<'card-blank'>; readonly customerId: CustomerId; readonly onClose: () => void }
/** The same on a profile: offered to whose profile it is. */
export function BlankCardFor({ blank, customerId, onClose }: ForProps) {
  const { data } = useAsk('customers/get', { id: customerId })
  return data ? <BlankCard blank={blank} customer={{ id: data.id, name: data.displayName }} onClose={onClose} /> : null
}
