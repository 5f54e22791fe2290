import { Button, Modal } from '@mantine/core'
import { IconMailCog } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { SubscriptionsForm } from './SubscriptionsForm.tsx'
import styles from './Subscriptions.module.css'

type Props = { readonly customerId: CustomerId; readonly name: string }

/** Under the name of a profile (S4-15): how many of the messages are on, and the dialog to change them. */
export function ManageSubscriptions({ customerId, name }: Props) {
  const { t } = useTranslation('subscriptions')
  const [opened, open] = useState(false)
  const { data } = useAsk('messaging/subscriptions', { customerId }, ['customer-changed'])
  return (
    <>
      <Button className={styles['open'] ?? ''} variant="default" leftSection={<IconMailCog size={20} aria-hidden />} onClick={() => open(true)}>
        <span className={styles['label']}>{t('manage')}{data && data.of > 0 && <span className={`${styles['count']} muted`}>{t('count', data)}</span>}</span>
      </Button>
      {opened && <SubscriptionsDialog customerId={customerId} name={name} onClose={() => open(false)} />}
    </>
  )
}

/** Which messages this person may be sent, as it stands now. */
export function SubscriptionsDialog({ customerId, name, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('subscriptions')
  const asked = useAsk('messaging/subscriptions', { customerId }, ['customer-changed'])
  if (asked.data) return <SubscriptionsForm customerId={customerId} name={name} stands={asked.data} onDone={onClose} />
  return (
    <Modal opened onClose={onClose} title={t('title', { name })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {asked.error ? <Failure failure={asked.error} retry={() => void asked.refetch()} /> : <Late rows={3} />}
    </Modal>
  )
}
