import { useTranslation } from 'react-i18next'
import type { LoyaltyColumn } from '../../main/reports/loyalty-report.ts'
import { call } from '../bridge.ts'
import { ColumnsPick } from '../ui/ColumnsPick.tsx'
import { queries, useAct } from '../use-call.ts'

type Props = { readonly chosen: readonly LoyaltyColumn[]; readonly all: readonly LoyaltyColumn[] }

/** Which columns of the report this person sees and in what order. Kept at once; the date stays in front. */
export function ColumnsMenu({ chosen, all }: Props) {
  const { t } = useTranslation('report')
  const show = (columns: readonly LoyaltyColumn[]) => queries.setQueryData(['reports/loyalty-columns', {}], { columns, all })
  const keep = useAct(async (columns: readonly LoyaltyColumn[]) => {
    if (columns.length > 0) show(columns)
    try {
      show((await call('reports/set-loyalty-columns', { columns: [...columns] })).columns)
    } catch (error) {
      show(chosen)
      throw error
    }
  })
  const inFront: readonly LoyaltyColumn[] = ['date', ...chosen.filter((name) => name !== 'date')]
  return <ColumnsPick label={t('set-columns')} chosen={inFront} all={all} say={(name) => t(`col-${name}`)} onChoose={(columns) => void keep.run(columns)} onReset={() => void keep.run([])} />
}
