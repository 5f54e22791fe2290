import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import type { LineId } from '../../main/vocabulary.ts'
import { useCommands, type Command } from '../commands.ts'
import { useSell } from './sell.ts'
import { useDiscard } from './use-discard.ts'
import { useLineEdits } from './use-line-edits.ts'

/** What can be done to the cart as a whole. Buttons, keys and the command box read this one list. */
export function useSellCommands(cart: Cart | null, quiet: boolean) {
  const { t } = useTranslation('sell')
  const sell = useSell()
  const discard = useDiscard()
  const filled = (cart?.lines.length ?? 0) > 0
  const free = sell.dialog === null && !quiet
  const pay = () => {
    const toPay = () => sell.open({ kind: 'pay' })
    if (cart?.ageNeeded) sell.open({ kind: 'age', minimumAge: cart.ageNeeded, expired: false, again: toPay })
    else toPay()
  }
  const commands = {
    pay: { name: 'pay', label: t('pay'), key: 'F4', when: free && filled, do: pay },
    park: { name: 'park', label: t('park'), key: 'Ctrl+Q', when: free && filled, do: () => sell.open({ kind: 'park' }) },
    discount: { name: 'cart-discount', label: t('cart-discount'), when: free && filled, do: () => sell.open({ kind: 'cart-discount' }) },
    note: { name: 'cart-note', label: t('cart-note'), when: free && filled, do: () => sell.open({ kind: 'cart-note' }) },
    discard: { name: 'discard', label: t('discard-cart'), when: free && filled, do: discard },
    recent: { name: 'recent', label: t('recent-sales'), when: free, do: () => sell.open({ kind: 'recent' }) },
  } satisfies Record<string, Command>
  useCommands(Object.values(commands))
  useLineKeys(sell.selected ?? cart?.lines.at(-1)?.id ?? null, free && filled)
  return commands
}

/** + - and Del on the marked line, unless someone is typing in a field. */
function useLineKeys(lineId: LineId | null, active: boolean): void {
  const { step, remove } = useLineEdits()
  const acts: Readonly<Record<string, (id: LineId) => unknown>> = { '+': (id) => step(id, 1), '-': (id) => step(id, -1), Delete: remove }
  const latest = useRef({ acts, lineId })
  useEffect(() => void (latest.current = { acts, lineId }))
  useEffect(() => {
    if (!active) return undefined
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select')
      const act = typing || event.defaultPrevented || event.ctrlKey || event.altKey ? undefined : latest.current.acts[event.key]
      if (!act || !latest.current.lineId) return
      event.preventDefault()
      act(latest.current.lineId)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}
