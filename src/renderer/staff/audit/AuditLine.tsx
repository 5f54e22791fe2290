import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../main/staff/staff.ts'
import { useFormat } from '../../format.ts'
import { walkCells } from '../grid-keys.ts'
import styles from './AuditPage.module.css'
import { useAboutWords, useKindWords, useReasonWords } from './say-facts.ts'

/** One entry of the list: when, who and where, what, to whom, and how it ended. Arrows walk along the buttons, Enter opens one. */
export function AuditLine({ row, onOpen }: { readonly row: AuditRow; readonly onOpen: () => void }) {
  const { t } = useTranslation('office')
  const { dateTime } = useFormat()
  const said = useKindWords()(row.kind)
  const about = useAboutWords()(row)
  const reason = useReasonWords()(row)
  return (
    <tr>
      <td className="numbers">{dateTime(row.at)}</td>
      <td>{row.staffName ?? t('nobody')}{row.tillName && <span className={styles['till']}>{row.tillName}</span>}</td>
      <td>{about ? t('kind-of', { kind: said, name: about }) : said}{row.approvedByName && <span className={styles['till']}>{t('approved-by', { name: row.approvedByName })}</span>}</td>
      <td><Outcome done={row.outcome === 'done'} code={row.outcome} />{reason && <span className={styles['till']}>{reason}</span>}</td>
      <td className={styles['act']}><Button variant="subtle" data-cell={row.seq} aria-haspopup="dialog" onKeyDown={walkCells} onClick={onOpen}>{t('details')}</Button></td>
    </tr>
  )
}

function Outcome({ done, code }: { readonly done: boolean; readonly code: string }) {
  const { t } = useTranslation(['office', 'refusals'])
  if (done) return <span className={styles['done']}><IconCheck size={16} aria-hidden />{t('done')}</span>
  return <span className={styles['refused']} title={code}><IconAlertTriangle size={16} aria-hidden />{t('refused-why', { why: t(`outcome-${code}`, { defaultValue: code }) })}</span>
}
