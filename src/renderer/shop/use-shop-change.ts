import { useTranslation } from 'react-i18next'
import type { Shop } from '../../main/shop/shop.ts'
import { call, newRequestId } from '../bridge.ts'
import { useHere } from '../here.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { useRights } from '../use-rights.ts'

export type ShopChanges = Partial<Omit<Shop, 'currency'>>
const update = (changes: ShopChanges) => call('shop/update', { requestId: newRequestId(), changes })

/** Changes of the shop are saved at once and can be taken back for ten seconds; only an owner may. */
export function useShopChange() {
  const { t } = useTranslation('shop')
  const { shop } = useHere()
  const mayEdit = useRights()('edit-shop') === 'yes'
  const undo = useAct(update)
  const act = useAct(async (changes: ShopChanges) => {
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, shop[key as keyof Shop]])) as ShopChanges
    await update(changes)
    sayToast({ tone: 'done', text: t('saved'), undo: () => void undo.run(before) })
  })
  return { shop, mayEdit, change: (changes: ShopChanges) => void act.run(changes) }
}
export type ShopChange = ReturnType<typeof useShopChange>
