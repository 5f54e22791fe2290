import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '../../../main/customers/import.ts'
import { useFormat } from '../../format.ts'

/** "3 added, 2 not selected": only what there is. */
export function useSums(): (counts: ImportCounts) => string[] {
  const { t } = useTranslation('import')
  const { whole } = useFormat()
  return ({ added, updated, skipped, notSelected, failed }) => {
    const sums = [['added', added], ['updated', updated], ['skipped', skipped], ['not-selected', notSelected], ['failed', failed]] as const
    return sums.filter(([word, count]) => count > 0 || word === 'added').map(([word, count]) => t(word, { count, shown: whole(count) }))
  }
}
