import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { keepCart } from '../sales/use-cart.ts'
import { useAct } from '../use-call.ts'
import { askRefused, useReactivate, useRefused, type RefusedCustomer } from './refused-customer.ts'
import { useCartCustomer } from './use-cart-customer.ts'

/** "Inactive. Reactivate?", or why somebody is banned and whether to serve them all the same. The safe answer has the focus. */
export function RefusedDialog() {
  const refused = useRefused()
  if (!refused) return null
  return refused.kind === 'inactive' ? <Inactive key={refused.id} {...refused} /> : <Banned key={refused.id} {...refused} />
}

const close = () => askRefused(null)

function Inactive({ id, name }: RefusedCustomer) {
  const { t } = useTranslation('customers')
  const reactivating = useReactivate()
  const { attach } = useCartCustomer()
  const reactivate = async () => {
    if (!(await reactivating.run(id, name))) return
    close()
    await attach(id)
  }
  return (
    <Modal opened onClose={close} title={t('inactive-ask', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text mb="lg">{t('inactive-what')}</Text>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={close}>{t('ui:cancel')}</Button>
        <Button loading={reactivating.busy} onClick={() => void reactivate()}>{t('reactivate')}</Button>
      </Group>
    </Modal>
  )
}

function Banned({ id, name, reason }: RefusedCustomer) {
  const { t } = useTranslation('customers')
  const approved = useApproved()
  const serving = useAct(async () => {
    const requestId = newRequestId()
    const attached = await approved(t('approve-serve', { name }), (approvalId) => call('sales/attach-customer', { requestId, customerId: id, anyway: true, approvalId }))
    if (!attached) return
    keepCart(attached.cart)
    close()
  })
  return (
    <Modal opened onClose={close} title={t('banned-ask', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text mb="lg" c="var(--danger)" fw={600}>{reason}</Text>
      <Group justify="flex-end">
        <Button variant="default" loading={serving.busy} onClick={() => void serving.run()}>{t('serve-anyway')}</Button>
        <Button data-autofocus onClick={close}>{t('ui:cancel')}</Button>
      </Group>
    </Modal>
  )
}
