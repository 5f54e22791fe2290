import type { RoleView } from '../../../src/main/staff/roles.ts'
import type { freshApp } from '../../harness/app.ts'

export type App = Awaited<ReturnType<typeof freshApp>>
/** What differs from the role as it stands; rights, fields and limits one by one. */
export type Changes = { name?: string; base?: RoleView['base']; rights?: Partial<RoleView['rights']>; fields?: Partial<RoleView['fields']>; limits?: Partial<RoleView['limits']> }

/** The role as whoever is signed in reads it. */
export async function roleOf(app: App, id: string): Promise<RoleView> {
  const found = (await app.ask('staff/roles', {})).find((role) => role.id === id)
  if (!found) throw new Error(`no role ${id}`)
  return found
}

/** What the matrix would send to change this role, or to make one like it (`as` null). */
export async function draftOf(app: App, like: string, changes: Changes, as: 'same' | null = 'same') {
  const { id, name, base, rights, fields, limits } = await roleOf(app, like)
  return {
    requestId: app.rid(), id: as === 'same' ? id : null, name: changes.name ?? name, base: changes.base ?? base,
    rights: { ...rights, ...changes.rights }, fields: { ...fields, ...changes.fields }, limits: { ...limits, ...changes.limits },
  }
}

/** The owner changes a role; then the cashier stands at the till again. */
export async function byOwner(app: App, like: string, changes: Changes): Promise<void> {
  await app.signIn('owner')
  await app.ask('staff/save-role', await draftOf(app, like, changes))
  await app.signIn('cashier')
}

/** A role of the shop's own and someone who has it, signed in on the till. */
export async function newRole(app: App, like: string, changes: Changes & { name: string }) {
  await app.signIn('owner')
  const { id } = await app.ask('staff/save-role', await draftOf(app, like, changes, null))
  const person = await app.ask('staff/save', { requestId: app.rid(), id: null, name: 'Zed', role: id, language: 'en', active: true })
  await app.ask('staff/set-pin', { requestId: app.rid(), staffId: person.id, pin: '7419' })
  await app.ask('staff/sign-in', { staffId: person.id, pin: '7419' })
  return { id, staffId: person.id }
}
