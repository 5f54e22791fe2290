import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountEntryId, CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import styles from './Accounts.module.css'

type Props = { readonly customerId: CustomerId; readonly chosen: readonly AccountEntryId[]; readonly onChosen: (chosen: readonly AccountEntryId[]) => void }

/** What the payment pays first; otherwise the oldest. */
export function ChooseCharges({ customerId, chosen, onChosen }: Props) {
  const { t } = useTranslation('accounts')
  const { money, shortDay } = useFormat()
  const [shown, show] = useState(chosen.length > 0)
  const open = useAsk('accounts/rows', { customerId, before: null, most: 200 }, ['account-changed']).data?.rows.filter(({ openCents }) => openCents > 0) ?? []
  if (open.length < 2) return null
  if (!shown) return <Button variant="subtle" onClick={() => show(true)}>{t('choose-charges')}</Button>
  const toggle = (id: AccountEntryId, ticked: boolean) => onChosen(ticked ? [...chosen, id] : chosen.filter((other) => other !== id))
  return (
    <ul className={styles['choose']} aria-label={t('choose-charges')}>
      {open.toReversed().map(({ id, day, number, kind, openCents }) => (
        <li key={id}>
          <Checkbox
            label={[shortDay(day), t(`kind-${kind}`), number].filter(Boolean).join(' ').concat(` · ${money(openCents)}`)} checked={chosen.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  )
}
