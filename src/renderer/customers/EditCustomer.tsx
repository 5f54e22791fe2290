import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overwritten } from '../../main/customers/customer.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, CallFailed, newRequestId } from '../bridge.ts'
import type { Output } from '../../main/handlers.ts'
import { Failure } from '../ui/Failure.tsx'
import { useDates } from '../ui/DateField.tsx'
import { Late } from '../ui/Late.tsx'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { useKeys } from '../use-keys.ts'
import { useFormat } from '../format.ts'
import { consentsOf, formOf } from './customer-form.ts'
import { EditBody } from './EditBody.tsx'
import { changesOf } from './form-changes.ts'
import { FormFrame } from './FormFrame.tsx'
import type { FormSlots } from './form-slots.ts'
import type { Surface, TabName } from './form-layout.ts'
import { LeaveAsk } from '../ui/LeaveAsk.tsx'
import { OverwrittenStrip } from './OverwrittenStrip.tsx'
import { besideOf } from './record-form.ts'
import { UpdatedLine } from './UpdatedLine.tsx'
import { useCustomerForm } from './use-customer-form.ts'
import { useEditLayout } from './use-edit-layout.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useLeaving } from './use-leaving.ts'
import { useReach } from './use-reach.ts'
import { useReaders } from './use-readers.ts'
import { useSaving, withParts } from './use-saving.ts'
import { useUpdate } from './use-update.ts'

type Props = { readonly id: CustomerId; readonly surface: Surface; readonly onClose: () => void; readonly tab?: TabName; readonly slots?: FormSlots }
type Card = Output<'customers/card'>
const saveWords: Readonly<Record<Surface, string>> = { register: 'save', profile: 'save-profile', office: 'done' }

/** Edit Customer: the form as it was when it was opened; what another till changes meanwhile is merged when it is saved (G11). */
export function EditCustomer(props: Props) {
  const { opened, failure, open } = useOpened(props.id)
  if (failure) return <Failure failure={failure} retry={() => void open([])} />
  if (!opened) return <Late />
  return <OpenEdit key={opened.turn} {...props} card={opened.card} overwritten={opened.overwritten} onOverwritten={(list) => void open(list)} />
}

type Opened = { readonly card: Card; readonly overwritten: readonly Overwritten[]; readonly turn: number }

/** Asked once, not again with each event: what someone types must not be replaced under their hands. */
function useOpened(id: CustomerId) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<CallFailed | null>(null)
  const open = useCallback((overwritten: readonly Overwritten[]) => call('customers/card', { id }).then(
    (card) => {
      setOpened((now) => ({ card, overwritten, turn: (now?.turn ?? 0) + 1 }))
      setFailure(null)
    },
    (error: unknown) => setFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})),
  ), [id])
  useEffect(() => void open([]), [open])
  return { opened, failure, open }
}

type Open = Props & { readonly card: Card; readonly overwritten: readonly Overwritten[]; readonly onOverwritten: (overwritten: readonly Overwritten[]) => void }

function OpenEdit({ card, surface, onClose, overwritten, onOverwritten, tab, slots }: Open) {
  const { t } = useTranslation('form')
  const { customer } = card
  const before = useBefore(card)
  const open = useCustomerForm({ before, start: before, customer, surface })
  const view = useEditLayout(open, surface, tab)
  const draft = useKeptDraft(`customer-${customer.id}`, open.form, open.dirty)
  const { save, busy } = useSaved(open, card, view.show, (list) => void draft.drop().then(() => (list.length > 0 ? onOverwritten(list) : onClose())))
  const leave = useLeaving(open.dirty, onClose, draft.drop)
  const word = t(saveWords[surface])
  useKeys({ 'Ctrl+S': save, 'Ctrl+1': () => view.setTab('general'), 'Ctrl+2': () => view.setTab('contact'), 'Ctrl+3': () => view.setTab('advanced') })
  return (
    <FormFrame title={t('edit-customer')} of={customer.displayName} save={word} busy={busy} open={open} onBack={leave.tryLeave} onSave={save} cancel>
      <OverwrittenStrip customer={customer} overwritten={overwritten} onDone={onClose} />
      <EditBody open={open} view={view} draft={draft} customer={customer} slots={slots} />
      <UpdatedLine customer={customer} />
      <LeaveAsk opened={leave.asking} save={word} onSave={() => (leave.keep(), save())} onDiscard={leave.discard} onKeep={leave.keep} />
    </FormFrame>
  )
}

/** The form as the record stood when it was opened. */
function useBefore({ customer, switches, newsletter, member }: Card) {
  const { short } = useDates()
  const { amount } = useFormat()
  return useMemo(() => formOf(customer, { switches, newsletter, member, day: short, money: amount }), [customer, switches, newsletter, member, short, amount])
}

function useSaved(open: ReturnType<typeof useCustomerForm>, { customer }: Card, show: (path: string) => void, done: (overwritten: readonly Overwritten[]) => void) {
  const { t } = useTranslation('form')
  const read = useReaders()
  const update = useUpdate(customer.displayName)
  const reach = useReach(customer)
  const back = useAct((form: typeof open.form, version: number) => update({
    requestId: newRequestId(), id: customer.id, version, changes: changesOf(form, open.before, customer, read), keepConsent: { sms: true, email: true }, consents: [],
  }))
  return useSaving(open, show, async (requestId) => {
    const form = await withParts(open.form, open.before)
    const changes = changesOf(open.before, form, customer, read)
    const { keepConsent, consents } = consentsOf(open.before, form)
    const beside = besideOf(open.before, form)
    if (form.contactList) reach.open('contact-file')
    if (Object.keys(changes).length === 0 && consents.length === 0 && Object.keys(beside).length === 0) return done([])
    const saved = await update({ requestId, id: customer.id, version: customer.version, changes, keepConsent, consents, ...beside })
    // A document's old number is not on this screen, so an edit that replaced one cannot be put back from here.
    const undo = changes.licence === undefined && changes.medical === undefined && consents.length === 0 && Object.keys(beside).length === 0 ? { undo: () => void back.run(form, saved.version) } : {}
    sayToast({ tone: 'done', text: t('saved', { name: saved.displayName }), ...undo })
    return done(saved.overwritten)
  })
}
