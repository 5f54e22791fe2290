import { Button, Loader, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { ListFilter } from '../../../main/customers/list-filter.ts'
import type { Selection } from '../../../main/customers/selection.ts'
import { useApproved } from '../../approval.ts'
import { CallFailed } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import { beginExport } from './begun.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import styles from './Export.module.css'

export type Offer = Output<'exports/offer'>
type Who = 'all' | 'filter' | 'selected'
type Props = { readonly filter: ListFilter | null; readonly chosen: { readonly selection: Selection; readonly count: number } | null; readonly onClose: () => void }

/** All, the current filter or those ticked; which columns; as a file or by e-mail. Nothing waits: the file shows at the bottom left. */
export function ExportDialog(props: Props) {
  const { t } = useTranslation('erase')
  const offer = useAsk('exports/offer', null, ['staff-changed', 'customers-changed'])
  return (
    <Modal opened onClose={props.onClose} title={t('export-title')} size={720} closeButtonProps={{ 'aria-label': t('close') }}>
      {offer.error && <Failure failure={offer.error} retry={() => void offer.refetch()} />}
      {offer.isPending && <Loader size={24} />}
      {offer.data && <Form {...props} offer={offer.data} />}
    </Modal>
  )
}

const isEmpty = (filter: ListFilter | null): boolean => filter === null || Object.keys(filter).length === 0

function Form({ filter, chosen, onClose, offer }: Props & { readonly offer: Offer }) {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  const [who, setWho] = useState<Who>(chosen ? 'selected' : isEmpty(filter) ? 'all' : 'filter')
  const [kind, setKind] = useState<'csv' | 'vcard'>('csv')
  const [columns, setColumns] = useState<readonly string[]>(offer.columns.filter(({ first }) => first).map(({ id }) => id))
  const [to, setTo] = useState<'file' | 'email'>('file')
  const [email, setEmail] = useState(offer.email)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<CallFailed | null>(null)
  const approved = useApproved()
  const go = useRef<HTMLButtonElement>(null)
  useEffect(() => go.current?.focus(), [])
  const selection: Selection = who === 'selected' && chosen ? chosen.selection : { kind: 'filter', filter: who === 'filter' && filter ? filter : {}, except: [] }
  const counted = useAsk('customers/count-selection', { selection }, ['customers-changed'], { keepLast: true })
  const begin = useAct(async () => {
    setWrong(null)
    const wish = { selection, kind, columns: [...columns], email: to === 'email' ? email.trim() : null, reason: reason.trim() }
    if (await approved(t('pin-export'), (approvalId) => beginExport(wish, approvalId))) onClose()
  }, (failure) => (setWrong(failure), true))
  const people = counted.data?.total ?? null
  const field = wrong?.facts['field']
  const options = [{ value: 'all', label: t('who-all') }, ...(isEmpty(filter) ? [] : [{ value: 'filter', label: t('who-filter') }]), ...(chosen ? [{ value: 'selected', label: t('who-selected', { shown: whole(chosen.count) }) }] : [])]
  return (
    <form className={styles['form']} onSubmit={(event) => (event.preventDefault(), void begin.run())}>
      <Row label={t('who')}><SegmentedControl fullWidth aria-label={t('who')} value={who} onChange={(value) => setWho(value as Who)} data={options} /></Row>
      <Row label={t('format')}><SegmentedControl fullWidth aria-label={t('format')} value={kind} onChange={setKind} data={[{ value: 'csv', label: t('csv') }, { value: 'vcard', label: t('vcard') }]} /></Row>
      {kind === 'csv' ? <ColumnChoice offer={offer} columns={columns} onColumns={setColumns} /> : <p className="muted">{t('vcard-note')}</p>}
      <Row label={t('where')}><SegmentedControl fullWidth aria-label={t('where')} value={to} onChange={setTo} data={[{ value: 'file', label: t('to-file') }, { value: 'email', label: t('to-email') }]} /></Row>
      {to === 'email' && <TextInput type="email" required label={t('email')} description={offer.mail ? undefined : t('no-mail')} value={email} maxLength={254} error={field === 'email' && wrong ? sayFailure(wrong) : undefined} onChange={(event) => setEmail(event.currentTarget.value)} />}
      {(people === null || people > offer.reasonAbove) && <TextInput label={t('reason')} description={t('reason-note', { count: offer.reasonAbove })} value={reason} maxLength={200} error={field === 'reason' && wrong ? sayFailure(wrong) : undefined} onChange={(event) => setReason(event.currentTarget.value)} />}
      {wrong && field !== 'reason' && field !== 'email' && <p role="alert" className={styles['wrong']}>{sayFailure(wrong)}</p>}
      <div className={styles['foot']}>
        <span className="muted" role="status">{people === null ? '' : people === 0 ? t('nothing-to-export') : t('export-for', { count: people, shown: whole(people) })}{offer.mostRows !== null && ` ${t('most', { shown: whole(offer.mostRows) })}`}</span>
        <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" loading={begin.busy} disabled={people === 0 || (kind === 'csv' && columns.length === 0)} ref={go}>{t('export')}</Button>
      </div>
    </form>
  )
}

const Row = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => <div><p className={styles['label']} aria-hidden>{label}</p>{children}</div>
