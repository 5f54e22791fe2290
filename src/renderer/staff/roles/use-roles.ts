import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useHere } from '../../here.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'

export type Role = Output<'staff/roles'>[number]
export type Choices = Output<'staff/role-choices'>
/** What of a role the matrix changes. */
export type Rules = Pick<Role, 'rights' | 'fields' | 'limits'>
type Changed = Readonly<Record<string, Rules>>

// What was changed and not saved is kept while the person is elsewhere in the register (G2).
let kept: { readonly staffId: string; readonly changed: Changed } | null = null

const rulesOf = ({ rights, fields, limits }: Role): Rules => ({ rights, fields, limits })
const same = (one: Rules, other: Rules): boolean => JSON.stringify(one) === JSON.stringify(other)
const save = ({ id, name, base }: Role, rules: Rules) => call('staff/save-role', { requestId: newRequestId(), id, name, base, ...rules })

/** The roles as main has them, what is changed of them, and saving that: every changed role, with one Undo for all. */
export function useRoles() {
  const { t } = useTranslation('roles')
  const { session } = useHere()
  const asked = useAsk('staff/roles', {}, ['staff-changed'])
  const choices = useAsk('staff/role-choices', {}).data
  const [changed, setChanged] = useState<Changed>(kept?.staffId === session.staffId ? kept.changed : {})
  useEffect(() => void (kept = Object.keys(changed).length === 0 ? null : { staffId: session.staffId, changed }), [changed, session.staffId])
  const roles = asked.data ?? []
  const dirty = roles.filter((role) => changed[role.id] && !same(changed[role.id]!, rulesOf(role)))
  const back = useAct(async (before: readonly Role[]) => {
    for (const role of before) await save(role, rulesOf(role))
  })
  const act = useAct(async () => {
    for (const role of dirty) await save(role, changed[role.id]!)
    setChanged({})
    sayToast({ tone: 'done', text: t('saved', { count: dirty.length }), undo: () => void back.run(dirty) })
  })
  return {
    failure: asked.error, retry: () => void asked.refetch(), choices, roles: asked.data && roles.map((role) => ({ ...role, ...changed[role.id] })), dirty: dirty.length > 0, busy: act.busy,
    set: (role: Role, rules: Rules) => setChanged((before) => ({ ...before, [role.id]: rules })), save: () => void act.run(), discard: () => setChanged({}),
  }
}
export type Roles = ReturnType<typeof useRoles>
