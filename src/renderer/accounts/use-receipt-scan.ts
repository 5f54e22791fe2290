import { useTranslation } from 'react-i18next'
import type { AccountEntryId, CustomerId, SaleId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { useScanPlace } from '../scan-place.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'

type Takers = { readonly onCharge: (entryIds: readonly AccountEntryId[]) => void; readonly onOpenSale: (saleId: SaleId) => void }

/** While an account is shown, the receipt of a sale that was charged to it selects that charge; one that is paid is said to be, and any other is opened as everywhere. */
export function useReceiptScan(customerId: CustomerId, { onCharge, onOpenSale }: Takers, active: boolean): void {
  const { t } = useTranslation('accounts')
  const find = useAct(async (saleId: SaleId) => {
    const charge = await call('accounts/charge-of', { customerId, saleId })
    if (charge === null) return onOpenSale(saleId)
    if (charge.openCents > 0) return onCharge(charge.entryIds)
    sayToast({ tone: 'note', text: t('charge-paid') })
  })
  useScanPlace({ screen: 'profile', customerId, show: (outcome) => outcome.kind === 'sale' && (void find.run(outcome.saleId), true) }, active)
}
