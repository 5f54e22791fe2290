import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../use-call.ts'

/** How many wait to be let in; nothing where nobody does. */
export function ApprovalsBadge() {
  const { t } = useTranslation('groups')
  const { data = 0 } = useAsk('approvals/count', {}, ['customers-changed', 'customer-changed'])
  return data === 0 ? null : <Badge ml={8} circle={data < 10} color="orange.8" aria-label={t('waiting', { count: data })}>{data}</Badge>
}
