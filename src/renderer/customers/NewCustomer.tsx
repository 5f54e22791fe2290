import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, CallFailed } from '../bridge.ts'
import { LeaveAsk } from '../ui/LeaveAsk.tsx'
import { useKeys } from '../use-keys.ts'
import { businessPhones, consentsOf, draftOf, emptyForm, type CustomerForm } from './customer-form.ts'
import { EditBody } from './EditBody.tsx'
import { FormFrame } from './FormFrame.tsx'
import styles from './FormFrame.module.css'
import { Lookalikes } from './Lookalikes.tsx'
import { besideOf } from './record-form.ts'
import { useAlike } from './use-alike.ts'
import { useCustomerForm } from './use-customer-form.ts'
import { useEditLayout } from './use-edit-layout.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useLeaving } from './use-leaving.ts'
import { useReach } from './use-reach.ts'
import { useReaders } from './use-readers.ts'
import { useSaving, withParts } from './use-saving.ts'

type Saved = { readonly id: CustomerId; readonly name: string }
type Props = {
  readonly type: 'personal' | 'business'; readonly onSaved: (saved: Saved) => void; readonly onBack: () => void
  /** Somebody who is there already was meant. */
  readonly onUse: (id: CustomerId) => void
}

/** Back Office > New Customer > Personal or Business: the whole form, on its first tab, with the cursor in the name. Name and phone are enough. */
export function NewCustomer({ type, onSaved, onBack, onUse }: Props) {
  const { t } = useTranslation('form')
  const before = useMemo((): CustomerForm => ({ ...emptyForm, type, ...(type === 'business' ? { phones: businessPhones } : {}) }), [type])
  const open = useCustomerForm({ before, start: before, customer: null, surface: 'office' })
  const view = useEditLayout(open, 'office', 'general', true)
  const draft = useKeptDraft(`customer-new-${type}`, open.form, open.dirty)
  const alike = useAlike(open, (id) => void draft.drop().then(() => onUse(id)))
  // Whoever was just saved looks like the form they came from, and is nobody to be warned of.
  const [made, setMade] = useState(false)
  const finish = (saved: Saved) => (setMade(true), void alike.remember(saved.id).then(draft.drop).then(() => onSaved(saved)))
  const { save, busy } = useCreated(open, view.show, finish)
  const leave = useLeaving(open.dirty && !made, onBack, draft.drop)
  useKeys({ 'Ctrl+S': save, 'Ctrl+1': () => view.setTab('general'), 'Ctrl+2': () => view.setTab('contact'), 'Ctrl+3': () => view.setTab('advanced') })
  return (
    <FormFrame title={t('new-customer')} of={t(open.form.type)} save={t('done')} busy={busy} open={open} onBack={leave.tryLeave} onSave={save} cancel>
      <EditBody open={open} view={view} draft={draft} customer={null} />
      {!busy && !made && <div className={styles['alike']}><Lookalikes different={alike.different} onDifferent={alike.differs} onUse={(id) => void draft.drop().then(() => onUse(id))} onUpdate={alike.update} /></div>}
      <LeaveAsk opened={leave.asking} save={t('done')} onSave={() => (leave.keep(), save())} onDiscard={leave.discard} onKeep={leave.keep} />
    </FormFrame>
  )
}

/** One save, one customer: the picture, the newsletter and membership go with the record or not at all. Credit asks for a manager. */
function useCreated(open: ReturnType<typeof useCustomerForm>, show: (path: string) => void, done: (saved: Saved) => void) {
  const { t } = useTranslation('record')
  const read = useReaders()
  const approved = useApproved()
  const reach = useReach({ id: '' as CustomerId, displayName: '' })
  return useSaving(open, show, async (requestId) => {
    const form = await withParts(open.form, null)
    const { consents } = consentsOf(open.before, form)
    const name = [form.firstName, form.lastName].filter(Boolean).join(' ').trim() || form.nickname || form.company
    const asked = { requestId, draft: draftOf(form, read), consents, addToCart: false, source: 'till' as const, photo: form.photo, ...besideOf(open.before, form) }
    const saved = await approved(t('approve-pay-later', { name }), (approvalId) => call('customers/create', { ...asked, approvalId }))
    if (saved === undefined) throw new CallFailed('needs-approval', {})
    if (form.contactList) reach.openFor({ id: saved.id, displayName: name }, 'contact-file')
    done({ id: saved.id, name })
  })
}
