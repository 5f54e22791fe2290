import { useTranslation } from 'react-i18next'
import type { DeliveryTime } from '../../main/sales/delivery.ts'
import { useFormat } from '../format.ts'

/** "22 Nov. 14:30": when a delivery is promised, or that no time was said. */
export function useDeliveryTime(): (when: DeliveryTime) => string {
  const { t } = useTranslation('delivery')
  const { shortDay } = useFormat()
  return ({ day, time }) => [day === null ? '' : shortDay(day), time].filter(Boolean).join(', ') || t('any-time')
}

/** The fee of a delivery is said in the language on screen; the file keeps the shop's own word. */
export function useLineName(): (line: { readonly kind: 'item' | 'delivery'; readonly name: string }) => string {
  const { t } = useTranslation('delivery')
  return ({ kind, name }) => (kind === 'delivery' ? t('fee') : name)
}
