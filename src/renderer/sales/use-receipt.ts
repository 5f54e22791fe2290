import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, RefundId, SaleId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useHere } from '../here.ts'
import { sayToast } from '../toasts.ts'
import { useAct, useAsk } from '../use-call.ts'

export type ReceiptOf = { readonly saleId: SaleId; readonly refundId: RefundId | null; readonly duplicate: boolean }

/** The customer's language where it is known, else the shop's; the cashier may choose another. */
export function useReceiptLanguage(saleId: SaleId) {
  const { shop } = useHere()
  const [chosen, choose] = useState<Language | null>(null)
  const sale = useAsk('sales/get', { saleId }, ['sales-changed'])
  const id = sale.data?.customerId
  const customer = useAsk('customers/get', { id: id! }, [], { enabled: Boolean(id) })
  return { language: chosen ?? customer.data?.language ?? shop.language, choose }
}

/** The receipt on paper, as a file and as text. `onSystem` opens the system's print dialog; without any printer, paper becomes a file. */
export function useReceiptActs(of: ReceiptOf, chosen?: Language, onSystem?: () => void) {
  const { t } = useTranslation(['pay', 'printing'])
  const { language } = useReceiptLanguage(of.saleId)
  const asked = { ...of, language: chosen ?? language }
  const pdf = useAct(async () => {
    const { base64, fileName } = await call('sales/receipt-pdf', asked)
    saveFile(base64, fileName)
    sayToast({ tone: 'done', text: t('pdf-saved', { name: fileName }) })
  })
  const copy = useAct(async () => {
    const { text } = await call('sales/receipt-text', asked)
    await copyText(text)
    sayToast({ tone: 'done', text: t('text-copied') })
  })
  const print = useAct(async () => {
    const { how } = await call('print/receipt', { requestId: newRequestId(), saleId: of.saleId, refundId: of.refundId, language: asked.language })
    if (how === 'system') onSystem?.()
    if (how !== 'none') return
    const { base64, fileName } = await call('sales/receipt-pdf', asked)
    saveFile(base64, fileName)
    sayToast({ tone: 'note', text: t('printing:saved-instead', { name: fileName }) })
  })
  return { pdf, copy, print }
}

function saveFile(base64: string, fileName: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  link.download = fileName
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The clipboard may be denied (no focus, another window): then the old way, by selecting. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
}
