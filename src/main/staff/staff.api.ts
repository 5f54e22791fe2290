import { z } from 'zod'
import type { Core } from '../context.ts'
import { beforePin, language, nothing, takes, takesFromAnyone } from '../input.ts'
import type { FieldName, FieldSight, Right, Sight } from '../vocabulary.ts'
import { activePeopleWith, listRoles, rulesOf } from './roles.sql.ts'
import { answersOf, fieldNames, limitNames, rulesFor, sightsOf, type RoleLimits, type RoleView } from './roles.ts'
import { rightNames, type Answer, type Session, type Staff, type StaffName } from './staff.ts'
import { endSession, listNames, listStaff, lockSession, pinDays, savePreferences, sessionOn } from './staff.sql.ts'

type RoleChoices = {
  readonly rights: readonly { readonly right: Right; readonly answers: readonly Answer[] }[]; readonly fields: readonly { readonly field: FieldName; readonly sights: readonly Sight[] }[]
  readonly limits: readonly (keyof RoleLimits)[]
}
const empty = z.strictObject({})
const preferences = z.strictObject({ language: language.exactOptional(), theme: z.enum(['light', 'dark', 'system']).exactOptional() })

/** Who works here, who is signed in on this till, and what each may. Whatever needs a PIN or leaves an audit line is in flows/staff-doors.ts. */
export const staffApi = ({ db, now, emit }: Core) => ({
  'staff/names': takesFromAnyone(empty, (): StaffName[] => listNames(db, now())),
  'staff/session': takesFromAnyone(empty, (_, { registerId }): Session | null => sessionOn(db, registerId) ?? null),
  /** Also when it is locked already, or nobody is signed in: the idle timer of a screen may be late. */
  'staff/lock': takesFromAnyone(nothing, (_, { registerId }): null => {
    if (lockSession(db, registerId) > 0) emit('session-changed', { registerId })
    return null
  }),
  'staff/sign-out': beforePin(takes(nothing, (_, { registerId }): null => {
    endSession(db, registerId)
    emit('session-changed', { registerId })
    return null
  })),
  'staff/preferences': takes(preferences, (chosen, { registerId, staffId }): null => {
    const session = sessionOn(db, registerId)
    if (session) savePreferences(db, staffId, { language: session.language, theme: session.theme, ...chosen }, now())
    emit('session-changed', { registerId })
    return null
  }),
  'staff/list': takes(empty, (): Staff[] => listStaff(db)),
  'staff/my-rights': beforePin(takes(empty, (_, { role }): Readonly<Record<Right, Answer>> => rulesOf(db, role).rights)),
  'staff/my-sight': takes(empty, (_, { role }): { fields: FieldSight; limits: RoleLimits } => ({ fields: rulesOf(db, role).fields, limits: rulesOf(db, role).limits })),
  /** What each cell of the matrix can be set to. */
  'staff/role-choices': takes(empty, (): RoleChoices => ({
    rights: rightNames.map((right) => ({ right, answers: answersOf(right) })), fields: fieldNames.map((field) => ({ field, sights: sightsOf[field] })), limits: limitNames,
  })),
  'staff/pin-days': takes(empty, (): { days: number } => ({ days: pinDays(db) })),
  /** As the matrix holds them: that everyone may edit customers, where the shop says so, is not in it. */
  'staff/roles': takes(empty, (): RoleView[] => listRoles(db).map((role) => ({ id: role.id, name: role.name, base: role.base, people: activePeopleWith(db, role.id), ...rulesFor(role, false) }))),
})
