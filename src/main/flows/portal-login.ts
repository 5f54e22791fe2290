import type { Core } from '../context.ts'
import { emailKey, isEmail, readPhone, showPhone } from '../customers/contact.ts'
import { dropLogin, loginOf, ownerOfLogin, saveLogin, type StoredLogin } from '../customers/logins.sql.ts'
import { displayName } from '../customers/names.ts'
import { readRecord } from '../customers/record.sql.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, Instant, RequestId } from '../vocabulary.ts'
import { standingOf } from '../customers/standing.ts'
import { theRecord } from './read-customer.ts'
import { theShop } from './the-shop.ts'

/** Shorter passwords are refused (S2-11: more than 4 letters). */
export const leastPasswordLetters = 5

/** A log-in as staff see it: never the password. `state` is 'off' where it was switched off or the customer's state lets nobody in. */
export type LoginView = { readonly kind: 'email' | 'mobile'; readonly login: string; readonly active: boolean; readonly state: 'on' | 'waiting' | 'off'; readonly setAt: Instant; readonly setBy: string | null }

/** The customer's log-in, or null. Refuses 'not-found'. */
export function readLogin(core: Core, customerId: CustomerId): LoginView | null {
  const { status } = theRecord(core, customerId)
  const stored = loginOf(core.db, customerId)
  if (!stored) return null
  const state = stored.active === 0 ? 'off' : standingOf(status).logIn ? 'on' : status === 'pending' ? 'waiting' : 'off'
  const login = stored.kind === 'mobile' ? showPhone({ e164: stored.loginKey, typed: stored.login }, theShop(core).country) : stored.login
  return { kind: stored.kind, login, active: stored.active === 1, state, setAt: stored.setAt, setBy: stored.staffName }
}

export type LoginAsked = {
  readonly requestId: RequestId; readonly customerId: CustomerId; readonly login: string; readonly active: boolean
  /** Null keeps the password there is. */
  readonly password: string | null
}

/**
 * Gives a customer a log-in, changes it, or resets its password; only a hash is kept, made on a thread of its own. Refuses 'login-needed',
 * 'login-taken' {customerId, name}, and 'password-too-short'. A new password signs out whoever used the old one.
 */
export async function setLogin(core: Core, caller: Caller, asked: LoginAsked): Promise<LoginView> {
  theRecord(core, asked.customerId)
  const read = readTyped(core, asked.login)
  const password = asked.password?.normalize('NFC') ?? null
  if (password !== null && Array.from(password).length < leastPasswordLetters) throw new Refusal('password-too-short', { field: 'password', least: leastPasswordLetters })
  const hash = password === null ? null : await core.ports.hashPin(password)
  once(core.db, { id: asked.requestId, door: 'portal/set-login', at: core.now() }, () => {
    const before = loginOf(core.db, asked.customerId)
    refuseTaken(core, read.loginKey, asked.customerId)
    const passwordHash = hash ?? before?.passwordHash
    if (passwordHash === undefined) throw new Refusal('password-too-short', { field: 'password', least: leastPasswordLetters })
    saveLogin(core.db, { ...read, customerId: asked.customerId, passwordHash, active: asked.active, setAt: core.now(), staffId: caller.staffId })
    note(core, caller, asked, before, hash !== null)
    return null
  })
  core.emit('customer-changed', { customerId: asked.customerId })
  return readLogin(core, asked.customerId)!
}

/** Takes a log-in away for good. */
export function removeLogin(core: Core, { registerId, staffId }: Caller, { requestId, customerId }: Pick<LoginAsked, 'requestId' | 'customerId'>): null {
  once(core.db, { id: requestId, door: 'portal/remove-login', at: core.now() }, () => {
    if (dropLogin(core.db, customerId) > 0) appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'login-removed', target: `customer/${customerId}` })
    return null
  })
  core.emit('customer-changed', { customerId })
  return null
}

type Read = Pick<StoredLogin, 'kind' | 'login' | 'loginKey'>
function readTyped(core: Core, typed: string): Read {
  const login = typed.trim()
  if (isEmail(login)) return { kind: 'email', login, loginKey: emailKey(login) }
  const e164 = login.includes('@') ? null : readPhone(login, theShop(core).country)
  if (e164 === null) throw new Refusal('login-needed', { field: 'login' })
  return { kind: 'mobile', login, loginKey: e164 }
}

function refuseTaken(core: Core, loginKey: string, customerId: CustomerId): void {
  const owner = ownerOfLogin(core.db, loginKey)
  if (owner === undefined || owner === customerId) return
  const person = readRecord(core.db, owner)
  throw new Refusal('login-taken', { field: 'login', customerId: owner, name: person ? displayName(person) : '' })
}

/** The audit says what was done, never the password. */
function note(core: Core, { registerId, staffId }: Caller, asked: LoginAsked, before: StoredLogin | undefined, isReset: boolean): void {
  const kind = before === undefined ? 'login-made' : isReset ? 'login-reset' : 'login-changed'
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId, staffId, kind, target: `customer/${asked.customerId}`,
    before: before ? { login: before.login, active: before.active === 1 } : null, after: { login: asked.login.trim(), active: asked.active },
  })
}
