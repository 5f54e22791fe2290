import { Button } from '@mantine/core'
import { IconFileTypePdf, IconPrinter, IconReceipt } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import styles from './Accounts.module.css'
import { PaperDialog } from './PaperDialog.tsx'
import { useAccount } from './use-account.ts'
import { usePaperActs } from './use-paper.ts'
import type { BalancePaid } from './use-pay-balance.ts'

type Props = { readonly customerId: CustomerId; readonly paid: BalancePaid; readonly onClose: () => void; /** Credit that was handed out, not money taken. */ readonly isOut?: boolean }

/** The change, or what to hand out; what is left, and the paper. */
export function BalanceTaken({ customerId, paid, onClose, isOut = false }: Props) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const { shop } = useHere()
  const [viewing, view] = useState(false)
  const done = useRef<HTMLButtonElement>(null)
  useEffect(() => done.current?.focus(), [])
  const language = useAccount(customerId).data?.language ?? shop.language
  const { pdf, print } = usePaperActs({ customerId, entryId: paid.entryId, language })
  const balance = paid.balanceCents
  const left = balance === null ? '' : balance > 0 ? t('still-owes', { amount: money(balance) }) : balance < 0 ? t('in-credit-amount', { amount: money(0 - balance) }) : t('nothing-owed')
  return (
    <div className={styles['done']}>
      {isOut && <span>{t('hand-out')}</span>}
      {paid.changeCents > 0 ? <><span>{t('pay:change')}</span><p className={styles['change']}>{money(paid.changeCents)}</p></> : <p className={styles['change']}>{money(paid.moneyCents)}</p>}
      <p className={styles['rest']} role="status">{[t(isOut ? 'paid-out-line' : 'paid-line', { amount: money(paid.amountCents), number: paid.number }), left].filter(Boolean).join(' · ')}</p>
      <Button ref={done} size="xl" fullWidth onClick={onClose}>{t('ui:done')}</Button>
      <div className={styles['acts']}>
        <Button variant="default" leftSection={<IconReceipt size={20} aria-hidden />} onClick={() => view(true)}>{t('pay:view-receipt')}</Button>
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} loading={print.busy} onClick={() => void print.run()}>{t('pay:print')}</Button>
        <Button variant="default" leftSection={<IconFileTypePdf size={20} aria-hidden />} loading={pdf.busy} onClick={() => void pdf.run()}>{t('pay:pdf')}</Button>
      </div>
      {viewing && <PaperDialog of={{ customerId, entryId: paid.entryId, language }} onClose={() => view(false)} />}
    </div>
  )
}
