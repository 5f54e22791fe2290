import { Switch } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { useHere } from '../here.ts'
import { useDates } from '../ui/DateField.tsx'
import { useKeys } from '../use-keys.ts'
import { consentsOf, draftOf, emptyForm, isAsScanned, withScan, type CustomerForm, type ScannedPerson } from './customer-form.ts'
import { DraftStrip } from './DraftStrip.tsx'
import { Fields } from './Fields.tsx'
import styles from './FormFrame.module.css'
import { FormFrame } from './FormFrame.tsx'
import { layoutOf } from './form-layout.ts'
import { LeaveAsk } from '../ui/LeaveAsk.tsx'
import { Lookalikes } from './Lookalikes.tsx'
import { typedAs } from './typed.ts'
import { useAlike } from './use-alike.ts'
import { UnderAge } from './UnderAge.tsx'
import { useCustomerForm } from './use-customer-form.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useLeaving } from './use-leaving.ts'
import { useReaders } from './use-readers.ts'
import { useSaving, withParts } from './use-saving.ts'

type Props = {
  /** What was in the search field: it goes where it belongs. */
  readonly typed: string; readonly canAdd: boolean
  readonly onSaved: (saved: { readonly id: CustomerId; readonly cart: boolean; readonly name: string }) => void
  readonly onUse: (id: CustomerId) => void; readonly onBack: () => void
  /** The licence that fills the form, and what is to be said of it above everything else. */
  readonly scanned?: ScannedPerson | undefined; readonly said?: ReactNode
  /** Where the look-alike card stands: at the side of the panel. */
  readonly beside: (card: ReactNode) => ReactNode
}
const formName = 'customer-new'

/** Person +: a name or a nickname is enough. Everything typed survives a power cut. */
export function QuickNew({ typed, canAdd, onSaved, onUse, onBack, beside, scanned, said }: Props) {
  const { t } = useTranslation('form')
  const { shop } = useHere()
  const before = useMemo(() => startOf(''), [])
  const { short } = useDates()
  const start = useMemo(() => (scanned ? withScan(startOf(typed), scanned, short) : startOf(typed)), [typed, scanned, short])
  const open = useCustomerForm({ before, start, customer: null, surface: 'register' })
  useScanned(open, scanned)
  const [addToCart, setAddToCart] = useState(canAdd)
  const [details, setDetails] = useState(shop.customerDetails)
  const draft = useKeptDraft(formName, open.form, open.dirty)
  const alike = useAlike(open, (id) => void draft.drop().then(() => onUse(id)))
  const { save, busy } = useCreate(open, before, { source: canAdd ? 'instant' : 'till', addToCart: canAdd && addToCart, details: () => setDetails(true) }, (saved) => void alike.remember(saved.id).then(draft.drop).then(() => onSaved(saved)))
  const leave = useLeaving(open.dirty, onBack, draft.drop)
  useKeys({ 'Ctrl+S': save })
  const layout = layoutOf({ surface: 'register', type: 'personal', details, medical: shop.medical, isNew: true })
  return (
    <FormFrame title={t('new-customer')} save={t('save')} busy={busy} open={open} onBack={leave.tryLeave} onSave={save}>
      {said}
      {draft.kept && !sameTyping(draft.kept.form, open.form) && <DraftStrip at={draft.kept.at} onRestore={() => (draft.kept && open.set(draft.kept.form), draft.forget())} onDiscard={() => void draft.drop()} />}
      {!said && <UnderAge birthDate={open.form.birthDate} />}
      <Fields names={layout.top} />
      <div className={styles['switches']}>
        <span><Switch label={t('customer-details')} checked={details} onChange={(event) => setDetails(event.currentTarget.checked)} /></span>
        {canAdd && <span><Switch label={t('add-to-cart')} checked={addToCart} onChange={(event) => setAddToCart(event.currentTarget.checked)} /></span>}
      </div>
      {details && <Fields names={layout.more} />}
      {beside(<Lookalikes different={alike.different} onDifferent={alike.differs} onUse={(id) => void draft.drop().then(() => onUse(id))} onUpdate={alike.update} />)}
      <LeaveAsk opened={leave.asking} save={t('save')} onSave={() => (leave.keep(), save())} onDiscard={leave.discard} onKeep={leave.keep} />
    </FormFrame>
  )
}

/** A licence that is scanned while the form is open fills what is still empty in it. */
function useScanned({ set }: ReturnType<typeof useCustomerForm>, scanned: ScannedPerson | undefined): void {
  const { short } = useDates()
  const taken = useRef(scanned)
  useEffect(() => {
    if (scanned && taken.current !== scanned) set((form) => withScan(form, scanned, short))
    taken.current = scanned
  }, [scanned, set, short])
}

/** What was typed in the search field, in the field it belongs to. */
function startOf(typed: string): CustomerForm {
  const { field, value } = typedAs(typed)
  if (field === 'phone') return { ...emptyForm, phones: [{ typed: value, kind: 'mobile' }] }
  return field === 'email' ? { ...emptyForm, emails: [{ address: value, kind: 'home' }] } : { ...emptyForm, fullName: value }
}
const sameTyping = (one: CustomerForm, other: CustomerForm) => JSON.stringify(one) === JSON.stringify(other)

type Create = { readonly source: 'till' | 'instant'; readonly addToCart: boolean; readonly details: () => void }
function useCreate(open: ReturnType<typeof useCustomerForm>, before: CustomerForm, { source, addToCart, details }: Create, done: Props['onSaved']) {
  const read = useReaders()
  return useSaving(open, (path) => path.startsWith('licence') && details(), async (requestId) => {
    const form = await withParts(open.form, null)
    const { consents } = consentsOf(before, form)
    const saved = await call('customers/create', { requestId, draft: draftOf(form, read), consents, addToCart, ...scanOf(form, source) })
    done({ ...saved, name: form.fullName.trim() })
  })
}

/** A new customer whose licence still stands as it was scanned is found by it from now on. */
const scanOf = (form: CustomerForm, source: Create['source']) =>
  isAsScanned(form) ? { source: 'id-scan' as const, documentKey: form.scanned?.documentKey ?? null } : { source: form.scanned ? ('id-scan' as const) : source }
