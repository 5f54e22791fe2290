import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GroupId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { useAct } from '../../use-call.ts'

type Props = { readonly id: GroupId; readonly name: string; readonly waiting: number; readonly onClose: () => void }
const atOnce = 50

/** Nobody needs approval in this group any more: those who wait can be let in with one tap (S2-27). */
export function LetIn({ id, name, waiting, onClose }: Props) {
  const { t } = useTranslation('groups')
  const letting = useAct(async () => {
    const approved = await approveAll(id)
    sayToast({ tone: 'done', text: t('let-in-done', { count: approved }) })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t('let-in-title', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text mb="lg">{t('let-in-ask', { count: waiting })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>{t('let-in-no')}</Button>
        <Button data-autofocus loading={letting.busy} onClick={() => void letting.run()}>{t('let-in-yes', { count: waiting })}</Button>
      </Group>
    </Modal>
  )
}

/** A page at a time until nobody waits; an answer that decides on nobody ends it. */
async function approveAll(groupId: GroupId): Promise<number> {
  let approved = 0
  for (;;) {
    const { rows } = await call('approvals/list', { groupId, customerId: null, after: null, most: atOnce })
    if (rows.length === 0) return approved
    const { decided } = await call('approvals/decide', { requestId: newRequestId(), ids: rows.map(({ id }) => id), decision: 'approved', reason: '' })
    if (decided === 0) return approved
    approved += decided
  }
}
