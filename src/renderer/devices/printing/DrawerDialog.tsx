import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApproved } from '../../approval.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useAct } from '../../use-call.ts'

const reasons = ['change', 'float', 'check', 'paid-out'] as const

/** Opens the drawer without a sale. Why is asked first, since it goes into the audit. */
export function DrawerDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('printing')
  const [reason, setReason] = useState('')
  const approved = useApproved()
  const open = useAct(async () => {
    const done = await approved(t('open-drawer'), (approvalId) => call('drawer/open', { requestId: newRequestId(), reason: reason.trim(), approvalId }))
    if (done) onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t('open-drawer')} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={(event) => (event.preventDefault(), reason.trim() !== '' && void open.run())}>
        <Group gap="xs" mb="md" role="group" aria-label={t('reason')}>
          {reasons.map((each) => t(`reason-${each}`)).map((text) => <Button key={text} variant={reason === text ? 'light' : 'default'} aria-pressed={reason === text} onClick={() => setReason(text)}>{text}</Button>)}
        </Group>
        <TextInput label={t('reason')} description={t('reason-why')} value={reason} maxLength={200} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={reason.trim() === ''} loading={open.busy}>{t('open')}</Button>
        </Group>
      </form>
    </Modal>
  )
}
