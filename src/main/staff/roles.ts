import type { BuiltInRole, FieldName, FieldSight, Right, Role, Sight } from '../vocabulary.ts'
import { rightDefaults, rightNames, type Answer } from './staff.ts'

export const builtInRoles = ['cashier', 'senior', 'manager', 'owner', 'accountant'] as const satisfies readonly BuiltInRole[]
export const isBuiltIn = (role: string): role is BuiltInRole => (builtInRoles as readonly string[]).includes(role)

/** What a role may do at most by itself; null is no limit of the role (of points, the programme's own). */
export type RoleLimits = {
  readonly pointsPerAct: number | null; readonly pointsPerDay: number | null
  readonly refundCents: number | null; readonly payLaterOverCents: number | null; readonly exportRows: number | null
}
export const limitNames = ['pointsPerAct', 'pointsPerDay', 'refundCents', 'payLaterOverCents', 'exportRows'] as const satisfies readonly (keyof RoleLimits)[]
const noLimits: RoleLimits = { pointsPerAct: null, pointsPerDay: null, refundCents: null, payLaterOverCents: null, exportRows: null }

export type RoleRules = { readonly rights: Readonly<Record<Right, Answer>>; readonly fields: FieldSight; readonly limits: RoleLimits }
/** A role as it is kept: only where it differs from what its `base` comes with, so that a right of a newer version has an answer in every shop. */
export type StoredRole = {
  readonly id: Role; readonly name: string; readonly base: BuiltInRole
  readonly rights: Partial<Readonly<Record<Right, Answer>>>; readonly fields: Partial<FieldSight>; readonly limits: Partial<RoleLimits>
}
/** A role as the matrix shows it. `name` is '' for those every shop has: screens have words for them. */
export type RoleView = RoleRules & { readonly id: Role; readonly name: string; readonly base: BuiltInRole; readonly people: number }

/** What each field can be set to: of a note there is no half, and a document's number is shown whole by its own right alone, once, and written down. */
export const sightsOf: { readonly [F in FieldName]: readonly Sight[] } = {
  phone: ['hidden', 'masked', 'full'], email: ['hidden', 'masked', 'full'], address: ['hidden', 'masked', 'full'], birthDate: ['hidden', 'masked', 'full'],
  notes: ['hidden', 'full'], attributes: ['hidden', 'full'], taxId: ['hidden', 'masked', 'full'], document: ['hidden', 'masked'], medical: ['hidden', 'masked'],
  balance: ['hidden', 'full'], photo: ['hidden', 'full'],
}
export const fieldNames = Object.keys(sightsOf) as FieldName[]

/** As every shop begins: everyone reaches every customer (S1-24); documents are masked for all, and an accountant needs neither them nor faces. */
const fieldDefaults = (base: BuiltInRole): FieldSight => ({
  phone: 'full', email: 'full', address: 'full', birthDate: 'full', notes: 'full', attributes: 'full', taxId: 'full', document: 'masked', medical: 'masked', balance: 'full', photo: 'full',
  ...(base === 'accountant' ? { birthDate: 'hidden', notes: 'hidden', document: 'hidden', medical: 'hidden', photo: 'hidden' } : {}),
})

/** Rights that a PIN can open: those that come with PIN somewhere, and two that anyone has until a shop says otherwise. The others lock a whole page. */
const alsoByPin: readonly Right[] = ['discount', 'open-drawer']
export const answersOf = (right: Right): readonly Answer[] =>
  alsoByPin.includes(right) || builtInRoles.some((base) => rightDefaults(base, right) === 'pin') ? ['yes', 'pin', 'no'] : ['yes', 'no']

/** The owner can always change roles and people: nobody can lock a shop out of itself. */
export const isFixed = (base: BuiltInRole, right: Right): boolean => base === 'owner' && right === 'edit-staff'

/** What holds for a role now. Where everyone may edit customers, everyone may, whatever is ticked, but who only reads (S1-26). */
export function rulesFor({ base, rights, fields, limits }: Pick<StoredRole, 'base' | 'rights' | 'fields' | 'limits'>, everyoneEdits: boolean): RoleRules {
  const answerFor = (right: Right): Answer => {
    if (isFixed(base, right)) return 'yes'
    if (right === 'edit-customers' && everyoneEdits && base !== 'accountant') return 'yes'
    const stored = rights[right]
    return stored !== undefined && answersOf(right).includes(stored) ? stored : rightDefaults(base, right)
  }
  const seen = { ...fieldDefaults(base), ...fields }
  return {
    rights: Object.fromEntries(rightNames.map((right) => [right, answerFor(right)])) as Record<Right, Answer>,
    fields: Object.fromEntries(fieldNames.map((field) => [field, sightsOf[field].includes(seen[field]) ? seen[field] : fieldDefaults(base)[field]])) as FieldSight,
    limits: { ...noLimits, ...limits },
  }
}

/** Only where it differs from what the role comes with is it kept. */
export function differences(base: BuiltInRole, { rights, fields, limits }: RoleRules): Pick<StoredRole, 'rights' | 'fields' | 'limits'> {
  const plain = rulesFor({ base, rights: {}, fields: {}, limits: {} }, false)
  const changed = <T extends object>(asked: T, known: T) => Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== known[name as keyof T])) as Partial<T>
  return { rights: changed(rights, plain.rights), fields: changed(fields, plain.fields), limits: changed(limits, plain.limits) }
}

const strength = { no: 0, pin: 1, yes: 2, hidden: 0, masked: 1, full: 2 } as const
const reaches = (asked: number | null, own: number | null): boolean => own !== null && (asked === null || asked > own)
/** The first thing that this role would be allowed and its giver is not: nobody gives away what they do not have. */
export function exceeds(asked: RoleRules, own: RoleRules): Right | FieldName | keyof RoleLimits | null {
  return rightNames.find((right) => strength[asked.rights[right]] > strength[own.rights[right]])
    ?? fieldNames.find((field) => strength[asked.fields[field]] > strength[own.fields[field]])
    ?? limitNames.find((limit) => reaches(asked.limits[limit], own.limits[limit])) ?? null
}
