import { z } from 'zod'
import type { Core } from '../context.ts'
import { beforePin, filledText, id, language, requestId, takes, takesFromAnyone, text, whole } from '../input.ts'
import { editedTaxes, newTaxes, shopChanges, shopShape } from '../shop/shop-shapes.ts'
import { answersOf, builtInRoles, fieldNames, sightsOf } from '../staff/roles.ts'
import { rightNames, type StaffName } from '../staff/staff.ts'
import type { RegisterId, Right, Role, StaffId } from '../vocabulary.ts'
import { approve, approversFor } from './approve.ts'
import { renameTill, saveTaxes, updateShop } from './edit-shop.ts'
import { removeRole, saveRole, setPinDays } from './edit-roles.ts'
import { changeMyPin, saveStaff, setPin } from './edit-staff.ts'
import { setUpShop } from './set-up-shop.ts'
import { signIn } from './sign-in.ts'

const pin = z.string().regex(/^\d{4,8}$/)
const staffId = id<StaffId>()
const right = z.enum(rightNames) as unknown as z.ZodType<Right>
const target = z.string().regex(/^[\w/.:-]{1,200}$/)
const roleId = id<Role>()
const personName = filledText(60)

const setUp = z.strictObject({
  requestId, shop: shopShape, taxes: newTaxes, owner: z.strictObject({ name: personName, pin, language }), register: z.strictObject({ name: filledText(40) }),
})
const staffDraft = z.strictObject({ requestId, id: staffId.nullable(), name: personName, role: roleId, language, active: z.boolean(), badge: z.exactOptional(text(40).nullable()) })

const oneOf = <K extends string, V extends string>(names: readonly K[], answers: (name: K) => readonly V[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.enum(answers(name))])) as unknown as Record<K, z.ZodType<V>>)
const most = (limit: number) => whole.min(0).max(limit).nullable()
const roleDraft = z.strictObject({
  requestId, id: roleId.nullable(), name: text(40), base: z.enum(builtInRoles), rights: oneOf(rightNames, answersOf), fields: oneOf(fieldNames, (field) => sightsOf[field]),
  limits: z.strictObject({
    pointsPerAct: most(1_000_000_000), pointsPerDay: most(1_000_000_000), refundCents: most(99_999_999_999), payLaterOverCents: most(99_999_999_999), exportRows: most(100_000_000),
  }),
})

/** The doors of staff and shop that need a PIN, leave an audit line, or touch both rooms. */
export const staffFlows = (core: Core) => ({
  'shop/set-up': takesFromAnyone(setUp, (asked, passer) => setUpShop(core, passer, asked)),
  'shop/update': takes(z.strictObject({ requestId, changes: shopChanges }), (asked, caller) => updateShop(core, caller, asked), 'edit-shop'),
  'shop/save-taxes': takes(editedTaxes.safeExtend({ requestId }), (asked, caller) => saveTaxes(core, caller, asked), 'edit-shop'),
  'shop/rename-register': takes(z.strictObject({ requestId, registerId: id<RegisterId>(), name: filledText(40) }), (asked, caller) => renameTill(core, caller, asked), 'edit-shop'),
  'staff/sign-in': takesFromAnyone(z.strictObject({ staffId, pin }), (asked, { registerId }) => signIn(core, { registerId, ...asked })),
  'staff/save-role': takes(roleDraft, (asked, caller) => saveRole(core, caller, asked), 'edit-staff'),
  'staff/remove-role': takes(z.strictObject({ requestId, id: roleId }), (asked, caller) => removeRole(core, caller, asked), 'edit-staff'),
  'staff/set-pin-days': takes(z.strictObject({ requestId, days: whole.min(0).max(3650) }), (asked, caller) => setPinDays(core, caller, asked), 'edit-staff'),
  'staff/approve': takes(z.strictObject({ right, target, approverId: staffId, pin }), (asked, caller) => approve(core, caller, asked)),
  'staff/approvers': takes(z.strictObject({ right }), (asked, caller): StaffName[] => approversFor(core, caller, asked.right)),
  'staff/save': takes(staffDraft, (asked, caller) => saveStaff(core, caller, asked), 'edit-staff'),
  'staff/set-pin': takes(z.strictObject({ requestId, staffId, pin, mustChange: z.exactOptional(z.boolean()) }), (asked, caller) => setPin(core, caller, asked), 'edit-staff'),
  'staff/change-my-pin': beforePin(takes(z.strictObject({ requestId, currentPin: pin, pin }), (asked, caller) => changeMyPin(core, caller, asked))),
})
