import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import { useCommands, type Command } from '../commands.ts'
import { isCovered } from './covered.ts'
import { useSell, type Sell, type SellDialog } from './sell.ts'
import { inTurn, lastCart } from './use-cart.ts'
import { useDiscard } from './use-discard.ts'
import { useLineKeys } from './use-line-keys.ts'

/** What can be done to the cart as a whole. Buttons, keys and the command box read this one list. */
export function useSellCommands(cart: Cart | null, quiet: boolean) {
  const { t } = useTranslation(['sell', 'returns'])
  const { dialog, open } = useSell()
  const discard = useDiscard()
  const filled = (cart?.lines.length ?? 0) > 0
  const free = dialog === null && !quiet
  const commands = {
    pay: { name: 'pay', label: t('pay'), key: 'F4', when: free, do: onceSettled((settled) => open(payOrAge(settled, open))) },
    park: { name: 'park', label: t('park'), key: 'Ctrl+Q', when: free, do: onceSettled(() => open({ kind: 'park' })) },
    discount: { name: 'cart-discount', label: t('cart-discount'), when: free && filled, do: () => open({ kind: 'cart-discount' }) },
    note: { name: 'cart-note', label: t('cart-note'), when: free && filled, do: () => open({ kind: 'cart-note' }) },
    delivery: { name: 'delivery', label: t('delivery:delivery'), when: free && filled, do: () => open({ kind: 'delivery' }) },
    return: { name: 'return', label: t('returns:menu'), when: free && filled, do: () => open({ kind: 'return' }) },
    discard: { name: 'discard', label: t('discard-cart'), when: free && filled, do: discard },
    recent: { name: 'recent', label: t('recent-sales'), when: free, do: () => open({ kind: 'recent' }) },
  } satisfies Record<string, Command>
  useCommands(Object.values(commands))
  useLineKeys(free)
  return commands
}

/** F4 right after a scan waits for the scan: the cart as it then is, if there is something in it. */
const onceSettled = (act: (cart: Cart) => void) => () => void inTurn(() => Promise.resolve()).then(() => {
  const cart = lastCart()
  if (cart && cart.lines.length > 0 && !isCovered()) act(cart)
})

/** What nobody has vouched for is asked before the money. */
function payOrAge(cart: Cart, open: Sell['open']): SellDialog {
  if (!cart.ageNeeded) return { kind: 'pay' }
  return { kind: 'age', minimumAge: cart.ageNeeded, expired: false, again: () => open({ kind: 'pay' }) }
}
