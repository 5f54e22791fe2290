import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { NewCustomer } from '../customers/NewCustomer.tsx'
import { QuickNew } from '../customers/QuickNew.tsx'
import { usePlace, type Place } from '../navigation.ts'
import { useScanPlace } from '../scan-place.ts'
import { sayToast } from '../toasts.ts'
import { Empty } from '../ui/Empty.tsx'
import { useLeave } from '../unsaved.ts'
import { useCompact } from '../use-compact.ts'
import { CustomerForm } from './CustomerForm.tsx'
import { CustomerProfile } from './CustomerProfile.tsx'
import { CustomersScreenList } from './CustomersScreenList.tsx'
import styles from './CustomersScreen.module.css'

type Props = { readonly place: Extract<Place, { screen: 'customers' }> }
type Detail = { readonly kind: 'none' } | { readonly kind: 'profile'; readonly id: CustomerId; readonly tab?: 'account' } | { readonly kind: 'edit'; readonly id: CustomerId; readonly office: boolean } | { readonly kind: 'new'; readonly typed: string } | { readonly kind: 'create'; readonly type: 'personal' | 'business' }

/** F8: every customer of the shop, A to Z, with the profile beside the list. */
export function CustomersScreen({ place }: Props) {
  const [detail, setDetail] = useDetail(place)
  const { t } = useTranslation('customers')
  const compact = useCompact()
  const leave = useLeave()
  const id = detail.kind === 'profile' || detail.kind === 'edit' ? detail.id : null
  useScanPlace(
    { screen: detail.kind === 'profile' ? 'profile' : 'form', customerId: id, show: (outcome) => outcome.kind === 'customer-shown' && (leave(() => setDetail({ kind: 'profile', id: outcome.customerId })), true) },
    detail.kind !== 'none',
  )
  return (
    <div className={styles['screen']} data-opened={detail.kind !== 'none'}>
      <CustomersScreenList
        key={place.text ?? ''} text={place.text ?? ''} chosen={id} onOpen={(opened) => leave(() => setDetail({ kind: 'profile', id: opened }))}
        onNew={(typed) => leave(() => setDetail({ kind: 'new', typed }))}
      />
      {compact && detail.kind !== 'none' && <h1 className="spoken-only">{t('customers')}</h1>}
      <div className={styles['detail']}><Shown detail={detail} setDetail={setDetail} /></div>
    </div>
  )
}

/** Whoever is asked for from elsewhere (the search at the top, a scan) is shown, also when this screen is open already. */
function useDetail(place: Props['place']) {
  const [detail, setDetail] = useState<Detail>(() => firstOf(place))
  const [followed, follow] = useState(place)
  if (place !== followed) {
    follow(place)
    if (firstOf(place).kind !== 'none') setDetail(firstOf(place))
  }
  return [detail, setDetail] as const
}

const firstOf = ({ customerId, create, edit, tab }: Props['place']): Detail =>
  create ? { kind: 'create', type: create } : customerId === undefined ? { kind: 'none' } : edit ? { kind: 'edit', id: customerId, office: true } : { kind: 'profile', id: customerId, ...(tab ? { tab } : {}) }

function Shown({ detail, setDetail }: { readonly detail: Detail; readonly setDetail: (detail: Detail) => void }) {
  const { t } = useTranslation('customers')
  const { go } = usePlace()
  const compact = useCompact()
  if (detail.kind === 'none') return <Empty sentence={t('choose-one')} />
  if (detail.kind === 'edit') {
    return <CustomerForm key={detail.id} id={detail.id} surface={detail.office ? 'office' : 'profile'} onClose={() => setDetail({ kind: 'profile', id: detail.id })} />
  }
  if (detail.kind === 'profile') {
    return <CustomerProfile key={detail.id} id={detail.id} {...(detail.tab ? { tab: detail.tab } : {})} {...(compact ? { onBack: () => setDetail({ kind: 'none' }) } : {})} onEdit={() => setDetail({ kind: 'edit', id: detail.id, office: false })} onRepeat={() => go({ screen: 'sell' })} />
  }
  const saved = ({ id, name }: { readonly id: CustomerId; readonly name: string }) => (sayToast({ tone: 'done', text: t('saved-new', { name }) }), setDetail({ kind: 'profile', id }))
  const use = (id: CustomerId) => setDetail({ kind: 'profile', id })
  if (detail.kind === 'create') return <NewCustomer key={detail.type} type={detail.type} onSaved={saved} onUse={use} onBack={() => setDetail({ kind: 'none' })} />
  return (
    <QuickNew
      key={detail.typed} typed={detail.typed} canAdd={false} onBack={() => setDetail({ kind: 'none' })} onUse={use} beside={(card) => card} onSaved={saved}
    />
  )
}
