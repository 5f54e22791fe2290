import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'

/** How many pairs wait to be looked at, beside the link to them; nothing where none does. */
export function DuplicatesBadge() {
  const { t } = useTranslation('merge')
  const { whole } = useFormat()
  const open = useAsk('duplicates/state', {}, ['duplicates-found', 'customers-changed']).data?.open ?? 0
  return open === 0 ? null : <Badge ml="auto" variant="light" aria-label={t('open-count', { count: open, shown: whole(open) })}>{whole(open)}</Badge>
}
