import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { draftOf } from './customer-form.ts'
import type { OpenForm } from './use-customer-form.ts'
import { useReaders } from './use-readers.ts'
import { withParts } from './use-saving.ts'

/** What is decided of who looks alike while someone new is typed: their record takes what was typed, or they are somebody else, which is remembered. */
export function useAlike(open: OpenForm, onUse: (id: CustomerId) => void) {
  const { t } = useTranslation('merge')
  const read = useReaders()
  const [different, setDifferent] = useState<readonly CustomerId[]>([])
  const takeBack = useAct((id: CustomerId, before: Input<'customers/update'>['changes']) => call('customers/card', { id }).then(({ customer }) =>
    call('customers/update', { requestId: newRequestId(), id, version: customer.version, changes: before, keepConsent: { sms: true, email: true }, consents: [] })))
  const update = useAct(async (id: CustomerId) => {
    const { name, fields, before } = await call('customers/fill', { requestId: newRequestId(), id, draft: draftOf(await withParts(open.form, null), read) })
    if (fields.length === 0) sayToast({ tone: 'note', text: t('nothing-to-add', { name }) })
    else sayToast({ tone: 'done', text: t('updated-with', { name }), undo: () => void takeBack.run(id, before as Input<'customers/update'>['changes']) })
    onUse(id)
  })
  return {
    different, differs: (id: CustomerId) => setDifferent((before) => [...before, id]), update: (id: CustomerId) => void update.run(id),
    /** Once the new one is saved, nobody asks again whether they are these. */
    remember: (customerId: CustomerId) => (different.length === 0 ? Promise.resolve() : call('duplicates/decide-new', { requestId: newRequestId(), customerId, others: different.slice(0, 10) }).then(() => undefined, () => undefined)),
  }
}
