import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRecord } from '../../main/sales/sale.ts'
import type { RefundId, SaleId } from '../../main/vocabulary.ts'
import { usePlace } from '../navigation.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { AttachLaterForm } from './AttachLaterForm.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { ExchangeForm } from './ExchangeForm.tsx'
import { MoveSaleForm } from './MoveSaleForm.tsx'
import { RefundForm } from './RefundForm.tsx'
import { SaleView } from './SaleView.tsx'
import { useRepeat } from './use-repeat.ts'
import { VoidForm } from './VoidForm.tsx'

export type SalePart = 'sale' | 'refund' | 'void' | 'move' | 'exchange' | 'attach'
type Props = { readonly saleId: SaleId; readonly onClose: () => void; readonly first?: SalePart }

const titles = { sale: 'sale-title', refund: 'refund-title', void: 'void-title', move: 'moving:title', exchange: 'moving:exchange-title', attach: 'attaching:title' } as const

/** A finished sale: what was sold, how it was paid, what went back; receipt, refund, void and repeat. */
export function SaleDialog({ saleId, onClose, first = 'sale' }: Props) {
  const { t } = useTranslation('sales')
  const [part, setPart] = useState<SalePart>(first)
  const [receipt, setReceipt] = useState<{ refundId: RefundId | null } | null>(null)
  const asked = useAsk('sales/get', { saleId }, ['sales-changed'])
  if (receipt) return <ReceiptDialog of={{ saleId, refundId: receipt.refundId, duplicate: true }} onClose={() => setReceipt(null)} />
  const title = asked.data ? t(titles[part], { number: asked.data.number }) : t('sale')
  return (
    <Modal opened onClose={onClose} title={title} size={part === 'refund' || part === 'exchange' ? 1040 : 780} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {asked.error && <Failure failure={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Late />}
      {asked.data && <Part part={part} sale={asked.data} setPart={setPart} onClose={onClose} onReceipt={(refundId) => setReceipt({ refundId })} />}
    </Modal>
  )
}

type PartProps = {
  readonly part: SalePart; readonly sale: SaleRecord; readonly setPart: (part: SalePart) => void; readonly onClose: () => void
  readonly onReceipt: (refundId: RefundId | null) => void
}
function Part({ part, sale, setPart, onClose, onReceipt }: PartProps) {
  const { go } = usePlace()
  const repeat = useRepeat(() => (onClose(), go({ screen: 'sell' })))
  const back = () => setPart('sale')
  if (part === 'refund') return <RefundForm sale={sale} onDone={back} onBack={back} />
  if (part === 'exchange') return <ExchangeForm sale={sale} onDone={back} onBack={back} />
  if (part === 'move') return <MoveSaleForm sale={sale} onDone={back} onBack={back} />
  if (part === 'attach') return <AttachLaterForm sale={sale} onDone={back} onBack={back} />
  if (part === 'void') return <VoidForm sale={sale} onDone={back} onBack={back} />
  return <SaleView sale={sale} onPart={setPart} onReceipt={onReceipt} onRepeat={() => void repeat.run(sale.id)} />
}
