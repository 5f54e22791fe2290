import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountEntryId, CustomerId } from '../../main/vocabulary.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { BalanceForm } from './BalanceForm.tsx'
import { BalanceTaken } from './BalanceTaken.tsx'
import { useAccount } from './use-account.ts'
import type { BalancePaid } from './use-pay-balance.ts'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly onClose: () => void; /** Charges to pay first. */ readonly chosen?: readonly AccountEntryId[] }

/** Pay balance: how much, in cash or by card, and then the change and the receipt. All that is owed, in cash, is one tap. */
export function PayBalance({ customerId, name, onClose, chosen = [] }: Props) {
  const { t } = useTranslation('accounts')
  const asked = useAccount(customerId)
  const [paid, setPaid] = useState<BalancePaid | null>(null)
  return (
    <Modal
      opened onClose={whenOnTop(onClose)} size={paid ? 520 : 780} title={t(paid ? 'balance-paid' : 'pay-balance-of', { name })} closeButtonProps={{ 'aria-label': t('ui:close') }}
      closeOnClickOutside={paid === null}
    >
      {paid ? <BalanceTaken customerId={customerId} paid={paid} onClose={onClose} />
        : asked.error ? <Failure failure={asked.error} retry={() => void asked.refetch()} />
          : asked.data === undefined ? <Late /> : <BalanceForm customerId={customerId} owedCents={asked.data?.balanceCents ?? 0} first={chosen} onPaid={setPaid} />}
    </Modal>
  )
}
