import { Button, Modal } from '@mantine/core'
import { IconIdBadge2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { DateField, useDates } from '../ui/DateField.tsx'
import { useAct } from '../use-call.ts'
import styles from './Dialogs.module.css'
import { useSell } from './sell.ts'
import { keepCart } from './use-cart.ts'

type How = 'birth-date' | 'id-seen' | 'customer'
type Props = { readonly minimumAge: number; readonly expired: boolean; readonly again: () => void; readonly onClose: () => void }

/** May this customer have it? A birth date as people type it, echoed with the age, or the document was looked at. */
export function AgeDialog({ minimumAge, expired, again, onClose }: Props) {
  const { t } = useTranslation('sell')
  const [typed, setTyped] = useState('')
  const { read, today } = useDates()
  const birthDate = read.birth(typed)
  const day = birthDate !== null && birthDate <= today ? birthDate : null
  const wrong = typed.length > 5 && day === null
  const check = useCheck(minimumAge, () => (onClose(), again()), onClose)
  return (
    <Modal opened onClose={onClose} title={t('age-title', { age: minimumAge })} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), day && void check.run('birth-date', day))}>
        {expired && <p className={styles['note']} role="alert">{t('refusals:document-expired')}</p>}
        <DateField
          label={t('birth-date')} kind="birth" value={typed} onChange={setTyped} error={wrong ? t('refusals:bad-date') : undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
          autoFocus
        />
        <div className={styles['foot']}>
          <Button
            variant="default" size="lg" leftSection={<IconIdBadge2 size={22} aria-hidden />} disabled={check.busy}
            onClick={() => void check.run('id-seen', null)}
          >
            {t('id-seen')}
          </Button>
          {expired && <Button variant="default" disabled={check.busy} onClick={() => void check.run('customer', null)}>{t('let-pass')}</Button>}
          <Button type="submit" size="lg" disabled={!day || check.busy}>{t('check-age')}</Button>
        </div>
      </form>
    </Modal>
  )
}

/** Asks main; too young closes and is said under the customer strip. */
function useCheck(minimumAge: number, onProved: () => void, onClose: () => void) {
  const { t } = useTranslation('sell')
  const { warn } = useSell()
  const approved = useApproved()
  return useAct(async (how: How, birthDate: PlainDate | null) => {
    const requestId = newRequestId()
    const cart = await approved(t('approve-age', { age: minimumAge }), (approvalId) => call('sales/check-age', { requestId, minimumAge, how, birthDate, approvalId }))
    if (!cart) return
    keepCart(cart)
    warn(null)
    onProved()
  }, (failure) => {
    if (failure.code !== 'under-age') return false
    onClose()
    warn({ age: Number(failure.facts['age'] ?? 0), minimumAge })
    return true
  })
}
