import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { Display, Keypad } from '../ui/Keypad.tsx'
import { typedAhead } from '../ui/type-ahead.ts'
import { useAsk } from '../use-call.ts'
import { ChangeExtras } from './ChangeExtras.tsx'
import styles from './Points.module.css'
import { ReasonChips } from './ReasonChips.tsx'
import { SaleLink } from './SaleLink.tsx'
import { useChange, type Change, type Signed } from './use-change.ts'
import { usePoints, useTerms } from './use-points.ts'
import { useSay } from './use-say.ts'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly signed: Signed; readonly onCancel: () => void; readonly onDone: () => void }
type Form = Omit<Change, 'points' | 'reason'> & { readonly reason: Change['reason'] | null }
const noForm: Form = { reason: null, note: '', countsForTier: false, expires: 'as-rules', saleId: null }

/** After the PIN: how many, what that makes, why, and one button named after the act. */
export function ChangePoints({ customerId, name, signed, onCancel, onDone }: Props) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const [typed, setTyped] = useState(() => typedAhead().slice(0, mostDigits))
  const [form, setForm] = useState<Form>(noForm)
  const points = usePoints(customerId).data
  const changing = useChange({ customerId, name, signed, onDone })
  const balance = points?.member ? points.balance : 0
  const number = Number(typed)
  const after = signed.act === 'add' ? balance + number : balance - number
  const why = useWhyNot(signed.act, number, balance, form)
  const { whole, reasons, confirm: button, missing } = useFocus(form)
  const change = (): Change => ({ ...form, points: number, reason: form.reason ?? 'other' })
  const confirm = () => (why === null ? changing.change(change()) : missing())
  const patch = (patched: Partial<Form>) => (changing.clear(), setForm((last) => ({ ...last, ...patched })))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter from anywhere in it that is no button or field of its own
    <div ref={whole} tabIndex={-1} className={styles['change']} onKeyDown={(event) => enter(event, confirm)}>
      <div className={styles['changeLeft']}>
        <Display label={t(signed.act === 'add' ? 'points-to-add' : 'points-to-remove')} shown={typed} hint="0" />
        <p className={styles['becomes']} role="status" aria-label={t('becomes-spoken', { before: say.points(balance), after: say.points(after) })}>{t('becomes', { before: say.number(balance), after: say.number(after) })}</p>
        <ReasonChips reason={form.reason} note={form.note} onReason={(reason) => patch({ reason })} onNote={(note) => patch({ note })} box={reasons} />
        <SaleLink customerId={customerId} saleId={form.saleId} onChange={(saleId) => patch({ saleId })} />
        <ChangeExtras act={signed.act} form={form} onChange={patch} />
      </div>
      <div className={styles['changeRight']}>
        <Keypad typed={typed} decimals={0} onType={(next) => (changing.clear(), setTyped(next.slice(0, mostDigits)))} />
        <RoomLeft signed={signed} number={number} />
        <p className={styles['hint']} role="status">{changing.over?.sentence ?? why ?? ''}</p>
        {changing.over && <Button variant="default" loading={changing.busy} onClick={() => changing.second(change())}>{t('second-manager')}</Button>}
        <div className={styles['feet']}>
          <Button size="lg" variant="default" onClick={onCancel}>{t('ui:cancel')}</Button>
          <Button size="lg" ref={button} disabled={why !== null || changing.over !== null} loading={changing.busy} onClick={confirm}>{t(signed.act === 'add' ? 'add-loyalty' : 'remove-loyalty')}</Button>
        </div>
      </div>
    </div>
  )
}
const mostDigits = 7

/** What whoever approved may still allow today, said before it is reached. */
function RoomLeft({ signed: { act, approvalId }, number }: { readonly signed: Signed; readonly number: number }) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const room = useAsk('loyalty/adjustment-room', { approvalId }, ['points-changed', 'loyalty-changed']).data
  if (!room) return null
  const isOver = number > room.mostPerAct || number > room.left
  return <p className={styles['room']} data-over={isOver || undefined}>{t(`room-${act}`, { act: say.number(room.mostPerAct), day: say.number(room.mostPerDay), left: say.number(room.left) })}</p>
}

/** What is still missing, or would not be let through: said before the button is pressed. */
function useWhyNot(act: Signed['act'], number: number, balance: number, { reason, note }: Form): string | null {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const belowZero = useTerms()?.adjustments.belowZero ?? false
  if (number === 0) return t('number-needed')
  if (act === 'remove' && number > balance && !belowZero) return t('only-so-many', { points: say.points(Math.max(0, balance)) })
  if (reason === null) return t('reason-needed')
  return reason === 'other' && note.trim() === '' ? t('note-needed') : null
}

/** The focus goes from the number to the reasons, and once one is chosen to the button: digits, Enter, Enter, Enter. */
function useFocus(form: Form) {
  const whole = useRef<HTMLDivElement>(null)
  const reasons = useRef<HTMLDivElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const { reason } = form
  useEffect(() => whole.current?.focus(), [])
  useEffect(() => {
    if (reason === null || !reasons.current?.contains(document.activeElement)) return
    if (reason === 'other') reasons.current.querySelector('input')?.focus()
    else confirm.current?.focus()
  }, [reason])
  return { whole, reasons, confirm, missing: () => (form.reason === null ? reasons.current?.querySelector('button') : reasons.current?.querySelector('input'))?.focus() }
}

function enter(event: KeyboardEvent, confirm: () => void): void {
  if (event.key !== 'Enter' || (event.target instanceof Element && event.target.matches('button, a'))) return
  event.preventDefault()
  confirm()
}
