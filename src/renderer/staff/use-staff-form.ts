import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../main/staff/staff.ts'
import type { Language, Role, StaffId } from '../../main/vocabulary.ts'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { useHere } from '../here.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'

export type StaffForm = { readonly name: string; readonly role: Role; readonly language: Language; readonly pin: string; readonly mustChange: boolean; readonly badge: string }
type Problems = Readonly<Partial<Record<keyof StaffForm, string>>>

/** One form for a person and their PIN. When main refuses the PIN the person is kept, and only the PIN is asked again. */
export function useStaffForm(person: Staff | null, language: Language, onSaved: () => void) {
  const { t } = useTranslation('staff')
  const { session } = useHere()
  const start: StaffForm = { name: person?.name ?? '', role: person?.role ?? 'cashier', language: person?.language ?? language, pin: '', mustChange: person?.id !== session.staffId, badge: person?.badge ?? '' }
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<CallFailed | null>(null)
  const [saved, setSaved] = useState<StaffId | null>(person?.id ?? null)
  const requests = useRef({ save: newRequestId(), pin: newRequestId() })
  const needsPin = !person || person.pinLength === 0
  const pinWrong = form.pin === '' ? needsPin : !/^\d{4,8}$/.test(form.pin)
  const missing: Problems = { ...(form.name.trim() === '' ? { name: t('name-needed') } : {}), ...(pinWrong ? { pin: t('pin-wrong') } : {}) }
  const act = useAct(async (active: boolean) => {
    const { pin, mustChange, ...rest } = form
    const { id } = await call('staff/save', { requestId: requests.current.save, id: saved, ...rest, active })
    requests.current.save = newRequestId()
    setSaved(id)
    if (pin !== '' && active) await call('staff/set-pin', { requestId: requests.current.pin, staffId: id, pin, mustChange })
    sayToast({ tone: 'done', text: t('saved', { name: form.name.trim() }) })
    onSaved()
  }, (failure) => {
    setRefused(failure)
    return ['pin-taken', 'pin-too-simple', 'last-owner', 'badge-taken'].includes(failure.code)
  })
  const change = (changes: Partial<StaffForm>) => {
    setRefused(null)
    setForm((before) => ({ ...before, ...changes }))
  }
  const save = () => {
    setTried(true)
    if (Object.keys(missing).length === 0) void act.run(person?.active ?? true)
  }
  const refusedField = refused ? (refused.code === 'last-owner' ? 'role' : refused.code === 'badge-taken' ? 'badge' : 'pin') : null
  const problems: Problems = { ...(tried ? missing : {}), ...(refused && refusedField ? { [refusedField]: sayFailure(refused) } : {}) }
  const dirty = JSON.stringify(form) !== JSON.stringify(start)
  return { form, change, save, problems, dirty, needsPin, busy: act.busy, setActive: (active: boolean) => void act.run(active) }
}
