import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useScanPlace } from '../../scan-place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Page } from '../../ui/Page.tsx'
import { useRights } from '../../use-rights.ts'
import { DenyDialog } from './DenyDialog.tsx'
import styles from './Groups.module.css'
import { useApprovals } from './use-approvals.ts'
import { WaitingTable } from './WaitingTable.tsx'

/** Who signed up for a group that lets nobody in by itself (3.12): A approves, D denies, a scanned card shows that person alone. */
export function ApprovalsPage({ onOpen }: { readonly onOpen: (id: CustomerId) => void }) {
  const { t } = useTranslation('groups')
  const mayDecide = useRights()('approve-customers') === 'yes'
  const [only, setOnly] = useState<{ readonly id: CustomerId; readonly name: string } | null>(null)
  const { list, rows, ticked, tick, tickAll, decide, busy, more, waiting, everyone, clear } = useApprovals(only?.id ?? null)
  const [denying, deny] = useState(false)
  useScanPlace({
    screen: 'elsewhere', customerId: null,
    show: (outcome) => outcome.kind === 'customer-shown' && (setOnly({ id: outcome.customerId, name: outcome.name }), true),
  })
  const mayTakeMore = list.hasNextPage && ticked.size === rows.length
  const ready = mayDecide && ticked.size > 0 && !busy
  const acts = { approve: () => ready && void decide('approved', ''), deny: () => ready && deny(true) }
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />
  return (
    <Page
      title={t('approvals-count', { count: waiting ?? 0 })} wide
      actions={(
        <div className={styles['feet']} style={{ marginTop: 0 }}>
          <Button leftSection={<IconCheck size={18} aria-hidden />} disabled={!ready} title="A" onClick={acts.approve}>{t('approve')}</Button>
          <Button variant="default" leftSection={<IconX size={18} aria-hidden />} disabled={!ready} title="D" onClick={acts.deny}>{t('deny')}</Button>
        </div>
      )}
    >
      {!mayDecide && <Locked sentence={t('managers-approve')} />}
      {only && <div className={styles['bar']}><p className={styles['sentence']}>{t('only', { name: only.name })}</p><Button variant="default" onClick={() => setOnly(null)}>{t('show-everyone')}</Button></div>}
      {!list.data && <Late rows={5} />}
      {list.data && rows.length === 0 && <Empty sentence={only ? t('not-waiting', { name: only.name }) : t('nobody-waits')} actions={only ? [{ label: t('show-everyone'), do: () => setOnly(null) }] : []} />}
      {rows.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- A and D act on what is ticked, wherever in the list the cursor is
        <div onKeyDown={(event) => byKey(event, acts)}>
          {ticked.size > 0 && <Chosen count={ticked.size} everyone={mayTakeMore ? (waiting ?? 0) : null} busy={everyone.busy} onEveryone={() => void everyone.run()} onNobody={clear} />}
          <WaitingTable rows={rows} ticked={ticked} onTick={tick} onTickAll={tickAll} onOpen={onOpen} more={more} />
        </div>
      )}
      {denying && <DenyDialog count={ticked.size} onClose={() => deny(false)} onDeny={(reason) => (deny(false), void decide('denied', reason))} />}
    </Page>
  )
}

type ChosenProps = { readonly count: number; /** How many there are in all, where not all of them are ticked yet. */ readonly everyone: number | null; readonly busy: boolean; readonly onEveryone: () => void; readonly onNobody: () => void }
/** How many are ticked. One button, never switched off: so the cursor stays in the list and A and D are heard. */
function Chosen({ count, everyone, busy, onEveryone, onNobody }: ChosenProps) {
  const { t } = useTranslation('groups')
  return (
    <div className={styles['bar']}>
      <p className={styles['sentence']} role="status">{t('chosen', { count })}</p>
      <Button variant="default" aria-busy={busy} onClick={everyone === null ? onNobody : onEveryone}>{everyone === null ? t('choose-nobody') : t('choose-everyone', { count: everyone })}</Button>
    </div>
  )
}

type Acts = { readonly approve: () => void; readonly deny: () => void }
function byKey(event: KeyboardEvent, { approve, deny }: Acts): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const act = { a: approve, d: deny }[event.key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
}
