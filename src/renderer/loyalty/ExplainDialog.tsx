import { Button, Modal } from '@mantine/core'
import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { useAsk } from '../use-call.ts'
import { EarnTable } from './EarnTable.tsx'
import styles from './Explain.module.css'
import { ExplainFacts } from './ExplainFacts.tsx'
import { useKind, type HistoryRow } from './history.ts'
import type { ByHand } from './ReasonDialog.tsx'
import { useSay } from './use-say.ts'

type Props = {
  readonly customerId: CustomerId; readonly row: HistoryRow | null; readonly onClose: () => void
  /** Where what was done by hand can be put right, it is offered here. */
  readonly onByHand?: (act: ByHand) => void
}

/** Why the balance changed by this row, line by line, on screen and on paper. Without a row: the last one. */
export function ExplainDialog({ customerId, row, onClose, onByHand }: Props) {
  const { t } = useTranslation('loyalty')
  const last = useAsk('loyalty/history', { customerId, kinds: [], before: null, most: 1 }, ['points-changed'], { enabled: row === null })
  const shown = row ?? last.data?.rows[0]
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('explain-title')} size={760} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {shown ? <Explained row={shown} onByHand={onByHand} /> : last.data ? <Empty sentence={t('no-rows')} /> : <Late rows={4} />}
    </Modal>
  )
}

function Explained({ row, onByHand }: { readonly row: HistoryRow; readonly onByHand: Props['onByHand'] }) {
  const { t } = useTranslation('loyalty')
  const format = useFormat()
  const say = useSay()
  const kind = useKind()
  const asked = useAsk('loyalty/explain', { entryId: row.id }, ['points-changed'])
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={4} />
  const entry = asked.data
  const act = row.reversed === 1 ? null : row.kind === 'adjust' ? 'undo' : row.kind === 'expire' ? 'restore' : null
  return (
    <div className={styles['explain']}>
      <article className={styles['sheet']} aria-label={t('explain-title')}>
        <header className={styles['head']}>
          <div>
            <h3 className={styles['kind']}>{kind(row)}</h3>
            <p className="muted">{[format.dateTime(row.at), row.registerName, row.staffName, row.approvedByName && t('approved-by', { name: row.approvedByName })].filter(Boolean).join(' · ')}</p>
          </div>
          <div className={styles['sum']}>
            <strong className="numbers">{say.moved(entry.points + entry.pending)}</strong>
            <span className="muted numbers">{t('balance-after', { points: say.number(entry.balanceAfter) })}</span>
          </div>
        </header>
        {entry.earn ? <EarnTable earn={entry.earn} version={entry.ruleVersion} pending={entry.pending} /> : <ExplainFacts row={row} entry={entry} />}
        <Around entry={entry} />
      </article>
      <div className={styles['feet']}>
        {act && onByHand && <Button variant="default" leftSection={<IconArrowBackUp size={20} aria-hidden />} onClick={() => onByHand({ kind: act, row })}>{t(act)}</Button>}
        <Button leftSection={<IconPrinter size={20} aria-hidden />} variant="default" onClick={() => window.print()}>{t('pay:print')}</Button>
      </div>
    </div>
  )
}

/** Every register comes with it: it holds from the beginning of time. */
const firstVersion = 1
type Entry = Parameters<typeof ExplainFacts>[0]['entry']
/** Which points it drew, what has been written against it since, and the rules it was made by. */
function Around({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('loyalty')
  const { day, date } = useFormat()
  const say = useSay()
  const drew = entry.drew.map(({ points, expiresOn }) => (expiresOn ? t('part-until', { points: say.number(points), day: day(expiresOn) }) : t('part-lasting', { points: say.number(points) })))
  return (
    <ul className={styles['around']}>
      {drew.length > 0 && <li>{t('drew', { parts: drew.join(', ') })}</li>}
      {entry.later.map(({ id, kind, points, pending, at }) => <li key={id}>{t('later', { what: t(`kind-${kind}`), points: say.moved(points + pending), day: date(at) })}</li>)}
      <li>{entry.ruleVersion <= firstVersion || !entry.rulesSince ? t('rules-first') : t('rules-version', { version: entry.ruleVersion, day: date(entry.rulesSince) })}</li>
    </ul>
  )
}
