import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListFilter } from '../../main/customers/list-filter.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { CustomerList, type Chosen } from '../customers/list/CustomerList.tsx'
import type { BulkActs } from '../customers/list/BulkBar.tsx'
import styles from '../customers/list/List.module.css'
import { useMergeTicked } from '../customers/merge/use-merge-ticked.tsx'
import type { Half } from '../customers/list/NewCustomer.tsx'
import { usePlace } from '../navigation.ts'
import { useScanPlace } from '../scan-place.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useLeave } from '../unsaved.ts'
import { useAsk } from '../use-call.ts'
import { useRights } from '../use-rights.ts'
import { CustomerListDetail } from './CustomerListDetail.tsx'
import { useManyActs } from './use-many-acts.tsx'

export type ListDetail = { readonly kind: 'profile' | 'edit'; readonly id: CustomerId } | { readonly kind: 'new'; readonly half: Half } | null
const wide = '(min-width: 1500px)'

/** Is there room for a person beside the list? */
function useWide(): boolean {
  const [isWide, setWide] = useState(() => window.matchMedia(wide).matches)
  useEffect(() => {
    const media = window.matchMedia(wide)
    const change = () => setWide(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return isWide
}

/** Back Office > Customers > Customer List: the list stays as it was left, with a person beside it or over it. */
export function CustomerListScreen({ asked }: { readonly asked?: ListFilter }) {
  const { t } = useTranslation('list')
  const memory = useAsk('customers/list-memory', {})
  const choices = useAsk('customers/list-choices', {}, ['customers-changed', 'loyalty-changed', 'staff-changed', 'session-changed'], { keepLast: true })
  const failed = memory.error ? memory : choices.error ? choices : null
  const [detail, show] = useState<ListDetail>(null)
  const leave = useLeave()
  const showAfter = (next: ListDetail) => leave(() => show(next))
  const isWide = useWide()
  const id = detail && detail.kind !== 'new' ? detail.id : null
  useScanPlace({ screen: detail === null ? 'elsewhere' : detail.kind === 'profile' ? 'profile' : 'form', customerId: id, show: (outcome) => outcome.kind === 'customer-shown' && (showAfter({ kind: 'profile', id: outcome.customerId }), true) })
  const open = useOpening(isWide, showAfter)
  if (failed?.error) return <Failure failure={failed.error} retry={() => void failed.refetch()} />
  if (!memory.data || !choices.data) return <Late rows={10} />
  const covered = detail !== null && !isWide
  return (
    <div className={styles['page']}>
      {covered && <h1 className="spoken-only">{t('customer-list')}</h1>}
      <div className={styles['list']} inert={covered}>
        <List key={asked ? JSON.stringify(asked) : 'own'} memory={memory.data} choices={choices.data} asked={asked} opened={id} {...open} onNew={(half) => showAfter({ kind: 'new', half })} />
      </div>
      {detail && <div className={styles[isWide ? 'side' : 'over']}><CustomerListDetail detail={detail} show={show} /></div>}
    </div>
  )
}

/** Where the person covers the list, a tap waits a moment: a second one means Edit. */
function useOpening(isWide: boolean, show: (detail: ListDetail) => void) {
  const [timer, setTimer] = useState<number | undefined>()
  const onEdit = (id: CustomerId) => (window.clearTimeout(timer), show({ kind: 'edit', id }))
  const onOpen = (id: CustomerId) => {
    window.clearTimeout(timer)
    if (isWide) show({ kind: 'profile', id })
    else setTimer(window.setTimeout(() => show({ kind: 'profile', id }), secondTapMs))
  }
  return { onOpen, onEdit }
}
const secondTapMs = 220

type ListProps = Omit<Parameters<typeof CustomerList>[0], 'acts' | 'onImport' | 'onExport'>
function List(props: ListProps) {
  const { t } = useTranslation('list')
  const { go } = usePlace()
  const right = useRights()
  const merge = useMergeTicked()
  const many = useManyActs()
  const acts = ({ selection, count, clear }: Chosen): BulkActs => ({
    message: { locked: t('no-gateway'), do: () => undefined },
    merge: merge.act({ selection, count }),
    ...many.acts({ selection, count, clear }),
  })
  return <><CustomerList {...props} acts={acts} onImport={right('import-customers') === 'no' ? null : () => go({ screen: 'import' })} onExport={many.onExport} />{merge.dialog}{many.dialogs}</>
}
