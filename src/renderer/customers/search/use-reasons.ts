import { useTranslation } from 'react-i18next'
import type { Why } from '../../../main/customers/facts.ts'
import { useFormat } from '../../format.ts'

/** Why somebody was found, in words: "Licence plate: K7T 210". A shop's own attribute is called what the shop calls it. */
export function useReasons(why: readonly Why[]): readonly string[] {
  const { t } = useTranslation('search')
  const { day } = useFormat()
  return why.map(({ field, label, value }) => `${label === '' ? t(`field-${field}`) : label}${t('colon')} ${field === 'birth-date' ? day(value) : value}`)
}
