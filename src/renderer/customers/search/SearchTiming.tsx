import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'
import { searchTimes } from './search-times.ts'

/** How fast people are found here, as it was measured at this till (N16). */
export function SearchTiming() {
  const { t } = useTranslation('search')
  const { whole } = useFormat()
  const [times] = useState(searchTimes)
  const people = useAsk('customers/letters', { inactive: true }, ['customers-changed']).data?.reduce((sum, { count }) => sum + count, 0)
  if (people === undefined) return null
  const among = t('timing-among', { count: people, shown: whole(people) })
  return <p className="muted numbers">{times ? t('timing', { count: times.count, middle: whole(times.middleMs), slowest: whole(times.slowestMs), among }) : t('timing-none', { among })}</p>
}
