import { Button, CopyButton, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import { GiveCard } from './BlankCard.tsx'
import styles from './Scan.module.css'

type Props = { readonly code: string; readonly customerId: CustomerId | null; readonly onClose: () => void }

/** Away from the sale a code nobody knows can be copied, and on a profile it can become that customer's card. */
export function UnknownSheet({ code, customerId, onClose }: Props) {
  const { t } = useTranslation('scan')
  return (
    <Modal opened onClose={onClose} title={t('unknown')} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text size="xl" fw={600} className="numbers" role="alert">{code}</Text>
      <Text mt="xs" c="dimmed">{t(customerId ? 'unknown-profile' : 'unknown-elsewhere')}</Text>
      <div className={styles['feet']}>
        {customerId && <Give code={code} customerId={customerId} onDone={onClose} />}
        <CopyButton value={code}>{({ copied, copy }) => <Button variant={customerId ? 'default' : 'filled'} onClick={copy} data-autofocus>{t(copied ? 'copied' : 'copy')}</Button>}</CopyButton>
      </div>
    </Modal>
  )
}

function Give({ code, customerId, onDone }: { readonly code: string; readonly customerId: CustomerId; readonly onDone: () => void }) {
  const { t } = useTranslation('loyalty')
  const { data } = useAsk('customers/get', { id: customerId })
  return data ? <GiveCard code={code} customer={{ id: data.id, name: data.displayName }} takeUnknown label={t('assign-as-card')} onDone={onDone} /> : null
}
