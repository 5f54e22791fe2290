import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Lookalike } from '../../main/customers/customer.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import { useDates } from '../ui/DateField.tsx'
import { useForm } from './form-state.ts'
import { Initial } from './Initial.tsx'
import styles from './Lookalikes.module.css'
import { useFacts } from './use-facts.ts'

const pauseMs = 250
const mostShown = 3
const mostKnown = 5

/** N2: while someone new is typed, who it may already be, and why; taken with one tap. */
export function Lookalikes({ different, ...acts }: Acts & { /** Whom the cashier has said to be somebody else. */ readonly different: readonly CustomerId[] }) {
  const { t } = useTranslation('form')
  const likely = useLikely().filter(({ id }) => !different.includes(id))
  const named = useNamed(likely)
  if (likely.length === 0) return null
  return (
    <aside className={styles['card']} aria-label={t('lookalikes')}>
      <h3><span role="status">{t('lookalikes')}{named && ` · ${named}`}</span></h3>
      {likely.slice(0, mostShown).map((row) => <One key={row.id} row={row} {...acts} />)}
    </aside>
  )
}

/** Nobody is refused a name that others have; how many have it is said (S1-05). Main names five at most, so five are five or more. */
function useNamed(likely: readonly Lookalike[]): string | null {
  const { t } = useTranslation('form')
  const name = useForm().form.fullName.trim()
  const { length: count } = likely.filter(({ displayName }) => displayName.localeCompare(name, undefined, { sensitivity: 'base' }) === 0)
  return count === 0 ? null : t('others-named', { count, name, shown: count < mostKnown ? String(count) : `${mostKnown}+` })
}

type Acts = { readonly onUse: (id: CustomerId) => void; readonly onUpdate: (id: CustomerId) => void; readonly onDifferent: (id: CustomerId) => void }
function One({ row, onUse, onUpdate, onDifferent }: Acts & { readonly row: Lookalike }) {
  const { t } = useTranslation(['form', 'merge'])
  const { shown } = useFacts(row)
  return (
    <div className={styles['one']}>
      <Initial initial={row.initial} />
      <div className={styles['texts']}>
        <span className="cut">{row.displayName}</span>
        <span className="muted cut numbers">{shown}</span>
        <span className={styles['why']}>{row.why.map((why) => t(`why-${why}`)).join(', ')}</span>
      </div>
      <div className={styles['acts']}>
        <Button onClick={() => onUse(row.id)}>{t('use-this')}</Button>
        <Button variant="default" onClick={() => onUpdate(row.id)}>{t('merge:update-with-typed')}</Button>
        <Button variant="subtle" color="gray" onClick={() => onDifferent(row.id)}>{t('merge:they-differ')}</Button>
      </div>
    </div>
  )
}

function useLikely(): readonly Lookalike[] {
  const { form, customer } = useForm()
  const { read } = useDates()
  const asked = { name: form.fullName.trim(), phone: form.phones[0]?.typed.trim() ?? '', email: form.emails[0]?.address.trim() ?? '', birthDate: read.birth(form.birthDate), exceptId: customer?.id ?? null }
  const [settled] = useDebouncedValue(JSON.stringify(asked), pauseMs)
  const enough = asked.name.length > 2 || asked.phone.length > 6 || asked.email.includes('@')
  const question = JSON.parse(settled) as typeof asked
  const answer = useAsk('customers/lookalikes', question, ['customers-changed'], { enabled: enough, keepLast: true })
  return enough ? (answer.data ?? []) : []
}
