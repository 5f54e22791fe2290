import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { NewCustomer } from '../customers/NewCustomer.tsx'
import { usePlace } from '../navigation.ts'
import { sayToast } from '../toasts.ts'
import { queries, useAsk } from '../use-call.ts'
import { CustomerForm } from './CustomerForm.tsx'
import { CustomerProfile } from './CustomerProfile.tsx'
import type { ListDetail } from './CustomerListScreen.tsx'

type Props = { readonly detail: NonNullable<ListDetail>; readonly show: (detail: ListDetail) => void }

/** Beside the list, or over it: a person, their form, or the form of a new one. Back leads to the list as it was. */
export function CustomerListDetail({ detail, show }: Props) {
  const { t } = useTranslation('customers')
  if (detail.kind !== 'new') return <Existing key={detail.id} detail={detail} show={show} />
  const open = (id: CustomerId) => show({ kind: 'profile', id })
  return (
    <NewCustomer
      key={detail.half} type={detail.half} onBack={() => show(null)} onUse={open} onSaved={({ id, name }) => (sayToast({ tone: 'done', text: t('saved-new', { name }) }), open(id))}
    />
  )
}

type Known = Extract<NonNullable<ListDetail>, { id: CustomerId }>
function Existing({ detail: { kind, id }, show }: { readonly detail: Known; readonly show: (detail: ListDetail) => void }) {
  const { t } = useTranslation('list')
  const { go } = usePlace()
  // Another till may have deleted them meanwhile: then the row leaves the list, and that is said.
  const gone = useAsk('customers/card', { id }, ['customer-changed', 'customers-changed', 'sales-changed', 'sale-completed']).error?.code === 'not-found'
  useEffect(() => {
    if (!gone) return
    sayToast({ tone: 'note', text: t('gone-nameless') })
    void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('customers/list') })
    show(null)
  }, [gone, show, t])
  if (gone) return null
  if (kind === 'edit') return <CustomerForm id={id} surface="office" onClose={() => show({ kind: 'profile', id })} />
  return <CustomerProfile id={id} onEdit={() => show({ kind: 'edit', id })} onRepeat={() => go({ screen: 'sell' })} onBack={() => show(null)} />
}
