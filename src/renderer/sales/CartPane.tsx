import { CloseButton, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconNote } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart, QueueRow } from '../../main/sales/sale.ts'
import { useAsk } from '../use-call.ts'
import styles from './Cart.module.css'
import { CartLines } from './CartLines.tsx'
import { CartTotals } from './CartTotals.tsx'
import { DeliveryStrip } from './DeliveryStrip.tsx'
import { EmptyCart } from './EmptyCart.tsx'
import { PayRow } from './PayRow.tsx'
import { useSell } from './sell.ts'
import { useDefaultLabel, usePark } from './use-park.ts'
import { useSellCommands } from './use-sell-commands.ts'

type Props = { readonly cart: Cart | null; readonly strip: ReactNode; readonly quiet: boolean; readonly onOpenRow: (row: QueueRow) => void; readonly rewards?: ReactNode; readonly rewardCents?: number }

/** The cart under the customer strip: warning, note, lines, totals, pay row. `quiet` while something else lies over it. */
export function CartPane({ cart, strip, quiet, onOpenRow, rewards, rewardCents }: Props) {
  const { t } = useTranslation('sell')
  const commands = useSellCommands(cart, quiet)
  const nameFor = useDefaultLabel()
  const parking = usePark()
  const reprint = useReprint()
  const filled = (cart?.lines.length ?? 0) > 0
  return (
    <section className={styles['pane']} aria-label={t('cart')}>
      {strip}
      <Warning />
      {cart && cart.note !== '' && (
        <UnstyledButton className={styles['cartNote']} onClick={commands.note.do}>
          <IconNote size={18} aria-hidden />
          <span className="cut">{cart.note}</span>
        </UnstyledButton>
      )}
      {cart?.delivery && <DeliveryStrip saleId={cart.id} delivery={cart.delivery} onOpen={commands.delivery.do} />}
      {cart && filled ? <CartLines lines={cart.lines} /> : <EmptyCart onOpen={onOpenRow} />}
      <CartTotals cart={filled ? cart : null} rewards={rewards} rewardCents={rewardCents ?? 0} />
      <PayRow commands={commands} filled={filled} onParkNow={() => void parking.run(nameFor(cart), cart?.note ?? '', null)} onReprint={reprint} />
    </section>
  )
}

function Warning() {
  const { t } = useTranslation('sell')
  const { warning, warn } = useSell()
  if (!warning) return null
  return (
    <div className={styles['warning']} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <span>{t('refusals:under-age', warning)}</span>
      <CloseButton size={44} iconSize={18} aria-label={t('ui:close')} onClick={() => warn(null)} />
    </div>
  )
}

/** The receipt of the last sale, once more. */
function useReprint(): () => void {
  const { open } = useSell()
  const last = useAsk('sales/list', { page: { after: null, most: 1 }, text: null, day: null }, ['sales-changed', 'sale-completed']).data?.rows[0]
  return () => open(last ? { kind: 'receipt', saleId: last.id, again: true, print: false } : { kind: 'recent' })
}
