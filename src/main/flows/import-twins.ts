import type { Core } from '../context.ts'
import { emailKey, readPhone } from '../customers/contact.ts'
import type { CustomerDraft } from '../customers/customer.ts'
import { compare, type Comparable } from '../customers/duplicates.ts'
import { candidatesFor, peopleWithEmail, peopleWithPhone } from '../customers/duplicates.sql.ts'
import { defaultGroup, defaultType } from '../customers/groups.sql.ts'
import { changedBy, fillIn } from '../customers/import-merge.ts'
import type { ImportTwin } from '../customers/import.ts'
import { nameOf, unpackDraft } from '../customers/import-state.ts'
import { insertKeys, peopleSortedAs, positionsOfKeys, rowAt } from '../customers/imports.sql.ts'
import { displayName, sortNameOf } from '../customers/names.ts'
import { readRecord } from '../customers/record.sql.ts'
import type { BatchId, CustomerId } from '../vocabulary.ts'
import { lookalikesAmong } from './find-lookalikes.ts'

export type TwinKeys = { readonly one: Comparable; readonly keys: readonly string[]; readonly sortName: string }
/** `isSure`: so likely the same person, or so little new, that the row is skipped unless someone says otherwise. */
export type Twin = { readonly shown: ImportTwin; readonly position: number | null; readonly isSure: boolean }
type Likely = { readonly customerId: CustomerId | null; readonly position: number | null; readonly other: Comparable; readonly name: string; readonly line: number | null } & ReturnType<typeof compare>

/** From this many percent on, a row is skipped by default. */
const sureScore = 80
/** Below this many percent it is a namesake, no more. */
const shownScore = 50

const comparable = (draft: CustomerDraft, country: string): Comparable => ({
  firstName: draft.firstName, lastName: draft.lastName, nickname: draft.nickname, company: draft.company, birthDate: draft.birthDate,
  phones: draft.phones.map(({ typed }) => readPhone(typed, country) ?? typed.replace(/\D/g, '')).filter((number) => number !== ''),
  emails: draft.emails.map(({ address }) => emailKey(address)), licence: '',
})

/** Remembers what a row may be recognised by later in the same file. */
export function twinKeys(draft: CustomerDraft, country: string): TwinKeys {
  const one = comparable(draft, country)
  const sortName = sortNameOf(nameOf(draft))
  const keys = [...one.phones.slice(0, 4).map((number) => `p${number}`), ...one.emails.slice(0, 4).map((address) => `e${address}`), `n${sortName}`]
  return { one, keys, sortName }
}
export const noteTwinKeys = (core: Core, batchId: BatchId, position: number, { keys }: TwinKeys): void => insertKeys(core.db, batchId, keys, position)

/** `empty`: nobody is in the shop yet. `thorough`: also look for alike names; in a very large file that takes too long. */
export type TwinRules = { readonly country: string; readonly empty: boolean; readonly thorough: boolean }

/** The likeliest of the shop's customers and of the rows above, or null. */
export function twinOf(core: Core, batchId: BatchId, draft: CustomerDraft, found: TwinKeys, rules: TwinRules): Twin | null {
  const same = [...(rules.empty ? [] : inShop(core, found)), ...inFile(core, batchId, found, rules.country)].sort((a, b) => b.score - a.score)[0]
  const likely = same ?? (rules.thorough && !rules.empty && nameMayTell(found.one) ? alike(core, found, rules.country) : null)
  if (!likely || likely.why.length === 0) return null
  const isSure = likely.score >= sureScore || addsNothing(core, batchId, likely, draft, rules.country)
  if (!isSure && likely.score < shownScore && tellsApart(found.one, likely.other)) return null
  const shown = { customerId: likely.customerId, line: likely.line, name: likely.name, why: likely.why, score: likely.score }
  return { shown, position: likely.position, isSure }
}

/** An alike name says something with a birth date beside it, or where there is nothing else to go by. */
const nameMayTell = (one: Comparable): boolean => one.birthDate !== null || one.phones.length + one.emails.length === 0

function inShop(core: Core, { one, sortName }: TwinKeys): Likely[] {
  const ids = new Set([...one.phones.flatMap((phone) => peopleWithPhone(core.db, phone)), ...one.emails.flatMap((email) => peopleWithEmail(core.db, email)), ...peopleSortedAs(core.db, sortName)])
  if (ids.size === 0) return []
  return candidatesFor(core.db, [...ids]).map((other) => ({ customerId: other.id, position: null, other, name: displayName({ ...other, type: 'personal' }), line: null, ...compare(one, other) }))
}

function inFile(core: Core, batchId: BatchId, { one, keys }: TwinKeys, country: string): Likely[] {
  return positionsOfKeys(core.db, batchId, keys).flatMap((position) => {
    const row = rowAt(core.db, batchId, position)
    if (!row) return []
    const other = comparable(unpackDraft(row.draft), country)
    return [{ customerId: null, position, other, name: row.name, line: row.line, ...compare(one, other) }]
  })
}

function alike(core: Core, { one }: TwinKeys, country: string): Likely | null {
  const found = lookalikesAmong(core.db, one, null, country)[0]
  const other = found && candidatesFor(core.db, [found.id])[0]
  return found && other ? { customerId: found.id, position: null, other, name: found.displayName, line: null, score: found.score, why: found.why } : null
}

/** Nothing in the row that the other one does not have: the same file, imported a second time. */
function addsNothing(core: Core, batchId: BatchId, likely: Likely, draft: CustomerDraft, country: string): boolean {
  if (likely.customerId === null) {
    const earlier = likely.position === null ? undefined : rowAt(core.db, batchId, likely.position)
    const { type: _mine, ...mine } = draft
    const { type: _theirs, ...theirs } = earlier ? unpackDraft(earlier.draft) : draft
    return earlier !== undefined && JSON.stringify(mine) === JSON.stringify(theirs)
  }
  const record = readRecord(core.db, likely.customerId)
  if (!record) return false
  const { filled } = fillIn(record, draft, { country, locked: false, unchosen: { groupId: defaultGroup(core.db), customerTypeId: defaultType(core.db) } })
  return changedBy(filled).every((field) => field === 'tags')
}

/** Both have a number or an address of their own, and none in common. */
const tellsApart = (one: Comparable, other: Comparable): boolean =>
  one.phones.length + one.emails.length > 0 && other.phones.length + other.emails.length > 0
