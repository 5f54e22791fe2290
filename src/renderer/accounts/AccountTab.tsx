import { Button } from '@mantine/core'
import { IconCash, IconCoin, IconFileText, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountEntryId, CustomerId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useRights } from '../use-rights.ts'
import styles from './Accounts.module.css'
import { AccountRows } from './AccountRows.tsx'
import { Ages } from './Ages.tsx'
import { CorrectDialog, type Correction } from './CorrectDialog.tsx'
import { PaperDialog } from './PaperDialog.tsx'
import { PayBalance } from './PayBalance.tsx'
import { PayOut } from './PayOut.tsx'
import { useAccount, type Account } from './use-account.ts'
import { useLetterKeys } from './use-letter-keys.ts'
import type { PaperOf } from './use-paper.ts'
import { useReceiptScan } from './use-receipt-scan.ts'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly onOpenSale: (saleId: SaleId) => void }
type Open = { readonly kind: 'pay'; readonly chosen: readonly AccountEntryId[] } | { readonly kind: 'paper'; readonly of: PaperOf } | { readonly kind: 'correct'; readonly act: Correction } | { readonly kind: 'pay-out' } | null

/** The Account tab of a profile: what they owe and since when, every row of it, and what can be done. P pays, S shows the statement. */
export function AccountTab({ customerId, name, onOpenSale }: Props) {
  const asked = useAccount(customerId)
  const [open, setOpen] = useState<Open>(null)
  const account = asked.data
  const close = () => setOpen(null)
  const pay = (chosen: readonly AccountEntryId[]) => setOpen({ kind: 'pay', chosen })
  const paper = (entryId: AccountEntryId | null) => account && setOpen({ kind: 'paper', of: { customerId, entryId, language: account.language } })
  useLetterKeys({ P: () => pay([]), S: () => paper(null) }, open === null && Boolean(account))
  useReceiptScan(customerId, { onCharge: pay, onOpenSale }, open === null && Boolean(account))
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!account) return <Late />
  return (
    <div className={styles['tab']}>
      <Head account={account} onPay={() => pay([])} onStatement={() => paper(null)} onCorrect={(act) => setOpen({ kind: 'correct', act })} onPayOut={() => setOpen({ kind: 'pay-out' })} />
      <Why account={account} />
      <Ages ageing={account.ageing} />
      <AccountRows customerId={customerId} onOpenSale={onOpenSale} onReceipt={paper} onPay={(id) => pay([id])} />
      {open?.kind === 'pay' && <PayBalance customerId={customerId} name={name} chosen={open.chosen} onClose={close} />}
      {open?.kind === 'paper' && <PaperDialog of={open.of} duplicate={open.of.entryId !== null} onClose={close} />}
      {open?.kind === 'pay-out' && <PayOut customerId={customerId} name={name} creditCents={account.creditCents} onClose={close} />}
      {open?.kind === 'correct' && <CorrectDialog customerId={customerId} name={name} account={account} act={open.act} onClose={close} />}
    </div>
  )
}

type HeadProps = { readonly account: Account; readonly onPay: () => void; readonly onStatement: () => void; readonly onCorrect: (act: Correction) => void; readonly onPayOut: () => void }
function Head({ account, onPay, onStatement, onCorrect, onPayOut }: HeadProps) {
  const { t } = useTranslation('accounts')
  const { money, dateTime } = useFormat()
  const { balanceCents, creditCents, limitCents, days, oldestDays, isOver, isLate, asOf } = account
  const isLocked = useRights()('adjust-account') === 'no'
  const locked = isLocked ? { disabled: true, leftSection: <IconLock size={18} aria-hidden />, title: t('correct-locked') } : {}
  const figures: readonly (readonly [string, string, boolean])[] = [
    balanceCents < 0 ? ['in-credit', money(0 - balanceCents), false] : ['owes', money(balanceCents), isOver],
    ['limit', limitCents === null ? t('no-limit') : money(limitCents), false], ['terms', t('days', { count: days }), false],
    ...(oldestDays > 0 ? [['oldest', t('days', { count: oldestDays }), isLate] as const] : []),
  ]
  return (
    <>
      <div className={styles['head']}>
        <dl className={`${styles['figures']} ${styles['grow']}`}>{figures.map(([word, said, bad]) => <div key={word}><dt>{t(word)}</dt><dd data-bad={bad} data-figure={word}>{said}</dd></div>)}</dl>
        <span className="muted">{t('as-of', { when: dateTime(asOf) })}</span>
      </div>
      <div className={styles['buttons']}>
        <Button leftSection={<IconCoin size={20} aria-hidden />} disabled={balanceCents <= 0} onClick={onPay} title={`${t('pay-balance')} (P)`}>{t('pay-balance')}</Button>
        <Button variant="default" leftSection={<IconFileText size={20} aria-hidden />} onClick={onStatement} title={`${t('statement')} (S)`}>{t('statement')}</Button>
        <Button variant="default" {...locked} onClick={() => onCorrect('adjust')}>{t('adjust')}</Button>
        {creditCents > 0 && <Button variant="default" {...(isLocked ? locked : { leftSection: <IconCash size={20} aria-hidden /> })} onClick={onPayOut}>{t('pay-out')}</Button>}
        {balanceCents > 0 && <Button variant="default" {...locked} onClick={() => onCorrect('write-off')}>{t('write-off')}</Button>}
      </div>
    </>
  )
}

/** Why nothing more can be charged, and what is over or late, in words. */
function Why({ account: { gate, isOver, isLate, lateDays } }: { readonly account: Account }) {
  const { t } = useTranslation('accounts')
  const said = [...(gate === null ? [] : [t(`gate-${gate}`)]), ...(isOver ? [t('is-over')] : []), ...(isLate ? [t('late-days', { count: lateDays })] : [])]
  return said.length === 0 ? null : <p className={styles['note']}>{said.join(' ')}</p>
}
