import type { Core } from '../context.ts'
import { keepMoves, keepRows, keptMoves, keptRows, type MergeId } from '../customers/merges.sql.ts'
import { putPairsBack } from '../customers/pairs.sql.ts'
import type { Account } from '../loyalty/accounts.sql.ts'
import { dropRows, giveBack, giveIfNone, giveRows, keysOf, putRow, rowsOf, setColumns, type KeptRow, type KeptValue, type Owned } from '../store/owned-rows.ts'
import type { CustomerId } from '../vocabulary.ts'
import { mergeList, type MergeRule } from './merge-list.ts'

export type Both = { readonly keptId: CustomerId; readonly goneId: CustomerId }
type Moves = Extract<MergeRule, { how: 'moves' }>
const customersTable: Owned = { table: 'customers', of: 'id' }
const watched: readonly Owned[] = [customersTable, ...mergeList.filter(({ how }) => how === 'record' || how === 'gives')]

/** How everything that a merge may change stands now: whole rows of both, by table. */
export type Picture = ReadonlyMap<string, readonly KeptRow[]>
const at = (table: string, customerId: CustomerId): string => `${table}/${customerId}`
export function pictureOf({ db }: Pick<Core, 'db'>, { keptId, goneId }: Both): Picture {
  return new Map(watched.flatMap((owned) => [keptId, goneId].map((customerId) => [at(owned.table, customerId), rowsOf(db, owned, customerId)] as const)))
}

/** Writes down what the merge has changed since the picture was taken. */
export function keepChanges(core: Core, mergeId: MergeId, both: Both, before: Picture): void {
  const after = pictureOf(core, both)
  for (const { table } of watched) {
    for (const customerId of [both.keptId, both.goneId]) {
      const [was, is] = [before, after].map((picture) => JSON.stringify(picture.get(at(table, customerId)) ?? []))
      if (was !== is) keepRows(core.db, mergeId, table, customerId, was ?? '[]', is ?? '[]')
    }
  }
}

/** Where the survivor has none of their own, they take the other's photo, document key, log-in, question or note. */
export function giveOwn({ db }: Core, { keptId, goneId }: Both): void {
  for (const rule of mergeList) if (rule.how === 'gives') giveIfNone(db, rule, goneId, keptId)
}

/** Rows that go over as they are, remembered by their keys. With the loyalty account go its rows only where both had one. */
export function moveRows(core: Core, mergeId: MergeId, { keptId, goneId }: Both, accounts: { readonly from: Account; readonly to: Account } | null): void {
  for (const rule of movesIn(accounts !== null)) {
    const [from, to] = rule.owner === 'account' ? [accounts?.from.id ?? '', accounts?.to.id ?? ''] : [goneId, keptId]
    const keys = keysOf(core.db, rule, rule.key, from)
    if (keys === '[]') continue
    keepMoves(core.db, mergeId, rule.table, keys)
    giveRows(core.db, rule, rule.key, from, to)
  }
}
const movesIn = (withAccounts: boolean): Moves[] => mergeList.filter((rule): rule is Moves => rule.how === 'moves' && (withAccounts || rule.owner === 'customer'))

/** The same rows come home, where the survivor still has them. */
export function moveRowsBack(core: Core, mergeId: MergeId, { keptId, goneId }: Both, accounts: { readonly from: Account; readonly to: Account } | null): void {
  for (const { table, keys } of keptMoves(core.db, mergeId)) {
    if (table === 'duplicate_pairs') {
      putPairsBack(core.db, keys)
      continue
    }
    const rule = movesIn(true).find((each) => each.table === table)
    if (!rule) throw new Error(`nobody knows how ${table} was moved`)
    const [from, to] = rule.owner === 'account' ? [accounts?.to.id ?? '', accounts?.from.id ?? ''] : [keptId, goneId]
    giveBack(core.db, rule, rule.key, keys, from, to)
  }
}

/**
 * Puts the kept rows back. Where nothing was touched since, that is exactly the start; else what was changed since stays, column by column and
 * entry by entry. Answers which tables of the survivor had changed.
 */
export function putBack(core: Core, mergeId: MergeId, { keptId }: Both): string[] {
  const changed = new Set<string>()
  const kept = keptRows(core.db, mergeId).map(({ table, customerId, before, after }) => ({ owned: ownedBy(table), customerId, before: read(before), after: read(after) }))
  // The survivor's first: a log-in is there once, and must leave before it comes home.
  for (const each of kept.toSorted((a, b) => Number(b.customerId === keptId) - Number(a.customerId === keptId))) {
    if (!putBackOne(core, each) && each.customerId === keptId) changed.add(each.owned.table)
  }
  return [...changed]
}
const read = (text: string): KeptRow[] => JSON.parse(text) as KeptRow[]
const ownedBy = (table: string): Owned => {
  const found = watched.find((owned) => owned.table === table)
  if (!found) throw new Error(`nobody knows whose ${table} is`)
  return found
}

type Kept = { readonly owned: Owned; readonly customerId: CustomerId; readonly before: readonly KeptRow[]; readonly after: readonly KeptRow[] }
/** True where nothing had changed since the merge. */
function putBackOne(core: Core, { owned, customerId, before, after }: Kept): boolean {
  const now = rowsOf(core.db, owned, customerId)
  const untouched = JSON.stringify(now) === JSON.stringify(after)
  if (owned.table === 'customers') return putBackPerson(core, customerId, { before, after, now }) && untouched
  dropRows(core.db, owned, customerId)
  for (const row of untouched ? before : withoutMerge({ before, after, now })) putRow(core.db, owned.table, row)
  return untouched
}

type Three = { readonly before: readonly KeptRow[]; readonly after: readonly KeptRow[]; readonly now: readonly KeptRow[] }
/** Each column that is as the merge left it goes back to what it was; one that was changed since stays. */
function putBackPerson({ db }: Core, customerId: CustomerId, { before, after, now }: Three): boolean {
  const [was, then, is] = [before[0] ?? {}, after[0] ?? {}, now[0] ?? {}]
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  const undone = Object.keys(was).filter((column) => same(is[column], then[column]) && !same(is[column], was[column]))
  const counted = is['visits'] === then['visits'] ? {} : { visits: Number(is['visits']) - Number(then['visits']) + Number(was['visits']) }
  const tagged = same(is['tags'], then['tags']) ? {} : { tags: tagsWithout({ before: was['tags'], after: then['tags'], now: is['tags'] }) }
  setColumns(db, customersTable, customerId, { ...Object.fromEntries(undone.map((column) => [column, was[column] ?? null])), ...counted, ...tagged })
  return true
}
type Texts = Readonly<Record<keyof Three, KeptValue | undefined>>
function tagsWithout(texts: Texts): string {
  const [before, after, now] = [texts.before, texts.after, texts.now].map((text) => JSON.parse(typeof text === 'string' ? text : '[]') as string[]) as [string[], string[], string[]]
  return JSON.stringify([...before.filter((tag) => !after.includes(tag) && !now.includes(tag)), ...now.filter((tag) => before.includes(tag) || !after.includes(tag))])
}

/** What stands now, less what the merge brought, and with what it took; entries keep their order. */
export function withoutMerge({ before, after, now }: Three): KeptRow[] {
  const bare = ({ position: _position, ...rest }: KeptRow): string => JSON.stringify(rest)
  const [had, got, has] = [new Set(before.map(bare)), new Set(after.map(bare)), new Set(now.map(bare))]
  const stays = [...now].toSorted(byPosition).filter((row) => had.has(bare(row)) || !got.has(bare(row)))
  const lost = before.filter((row) => !got.has(bare(row)) && !has.has(bare(row)))
  return [...lost, ...stays].map((row, place) => ('position' in row ? { ...row, position: place } : row))
}
const byPosition = (a: KeptRow, b: KeptRow): number => Number(a['position'] ?? 0) - Number(b['position'] ?? 0)
