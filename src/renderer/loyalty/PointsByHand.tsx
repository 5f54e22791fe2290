import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { useReason, type HistoryRow } from './history.ts'
import { useSay } from './use-say.ts'

/** One line of what happened: points that somebody gave or took by hand, why, and who. */
export function PointsByHand({ row, className }: { readonly row: HistoryRow; readonly className: string }) {
  const { t } = useTranslation('loyalty')
  const { time } = useFormat()
  const say = useSay()
  const what = t(row.kind === 'waive' ? 'hand-waived' : row.points < 0 ? 'hand-removed' : 'hand-added')
  const reason = useReason()(row)
  const who = [...new Set([row.staffName, row.approvedByName])].filter(Boolean).join(', ')
  return (
    <li className={className}>
      <time dateTime={row.at}>{time(row.at)}</time>
      <span>{what}{reason && ` · ${reason}`}{row.reversed === 1 && ` · ${t('taken-back')}`}{who !== '' && <span className="muted"> · {who}</span>}</span>
      <strong className="numbers">{say.moved(row.points)} <span className="spoken-only">{t('points-word')}</span></strong>
    </li>
  )
}
