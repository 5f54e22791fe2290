import { Button } from '@mantine/core'
import { IconCircleCheck, IconCopy, IconFileTypePdf, IconPrinter, IconReceipt } from '@tabler/icons-react'
import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { PrintLineContext } from '../printing.ts'
import styles from './Pay.module.css'
import { useReceiptActs } from './use-receipt.ts'
import type { Completed } from './use-pay.ts'

type Props = { readonly paid: Completed; readonly onClose: () => void; readonly onReceipt: (saleId: SaleId, print: boolean) => void; readonly points?: ReactNode }

/** Done: what to give back, and the next customer with Enter. */
export function PaidPanel({ paid, onClose, onReceipt, points }: Props) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const { pdf, copy, print } = useReceiptActs({ saleId: paid.saleId, refundId: null, duplicate: false }, undefined, () => onReceipt(paid.saleId, true))
  const printLine = useContext(PrintLineContext)
  return (
    <div className={styles['paid']}>
      <IconCircleCheck size={44} stroke={1.5} color="var(--ok)" aria-hidden />
      <div role="status" aria-live="polite" className={styles['changeBox']}>
        <span className={styles['changeWord']}>{t(paid.changeCents > 0 ? 'change' : 'no-change')}</span>
        {paid.changeCents > 0 && <strong className={styles['change']}>{format.money(paid.changeCents)}</strong>}
        <span className="muted">{t('sale-of', { number: paid.number, total: format.money(paid.totalCents) })}</span>
      </div>
      {points}
      {printLine({ saleId: paid.saleId, refundId: null })}
      <Button size="xl" fullWidth onClick={onClose} ref={next}>{t('new-sale')}</Button>
      <div className={styles['receipts']} role="group" aria-label={t('receipt')}>
        <Button variant="default" leftSection={<IconReceipt size={20} aria-hidden />} onClick={() => onReceipt(paid.saleId, false)}>
          {t('view-receipt')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => void print.run()} disabled={print.busy}>
          {t('print')}
        </Button>
        <Button variant="default" leftSection={<IconFileTypePdf size={20} aria-hidden />} onClick={() => void pdf.run()} disabled={pdf.busy}>
          {t('pdf')}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy.run()} disabled={copy.busy}>
          {t('copy-text')}
        </Button>
      </div>
    </div>
  )
}
