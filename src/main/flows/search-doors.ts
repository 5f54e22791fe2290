import { z } from 'zod'
import type { Core } from '../context.ts'
import { mostLettersOf, saveMostLetters } from '../customers/inside-words.sql.ts'
import { requestId, takes, text, whole } from '../input.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { rulesOf } from '../staff/roles.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, RegisterId } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import type { PeopleFound } from './search-people.ts'
import { theShop } from './the-shop.ts'

const search = z.strictObject({ text: text(200), scope: z.enum(['any', 'name-or-mobile']), most: whole.min(1).max(200), inactive: z.boolean(), box: z.enum(['top', 'list', 'renewal']).optional() })
const saved = z.strictObject({ requestId, mostLetters: whole.min(3).max(100) })
type Asked = z.infer<typeof search>
type Asking = Map<`${RegisterId} ${string}`, AbortController>

/** Search over everything known of a person, and how many letters of it are looked for as a piece. */
export function searchDoors(core: Core) {
  const asking: Asking = new Map()
  return {
    'customers/search': takes(search, (asked, caller): Promise<PeopleFound> => searchFor(core, caller, asking, asked)),
    'customers/search-settings': takes(z.strictObject({}), (): { mostLetters: number } => ({ mostLetters: mostLettersOf(core.db) })),
    'customers/save-search-settings': takes(saved, (input, caller): null => saveSettings(core, caller, input), 'edit-shop'),
  }
}

/** Each box of a till asks one thing at a time: the next letter typed takes back what the last one asked, which is answered 'check-cancelled'. */
async function searchFor(core: Core, caller: Caller, asking: Asking, { box, ...asked }: Asked): Promise<PeopleFound> {
  const slot = `${caller.registerId} ${box ?? 'list'}` as const
  asking.get(slot)?.abort()
  const mine = new AbortController()
  asking.set(slot, mine)
  const { fields, rights } = rulesOf(core.db, caller.role)
  try {
    return await askReader(core, 'search-people', { ...asked, country: theShop(core).country, sight: fields, allAttributes: rights['see-attributes'] === 'yes' }, { signal: mine.signal })
  } finally {
    if (asking.get(slot) === mine) asking.delete(slot)
  }
}

function saveSettings(core: Core, caller: Caller, { requestId: request, mostLetters }: z.infer<typeof saved>): null {
  once(core.db, { id: request, door: 'customers/save-search-settings', at: core.now() }, () => {
    const was = mostLettersOf(core.db)
    saveMostLetters(core.db, mostLetters)
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'search-changed', target: 'shop', before: { mostLetters: was }, after: { mostLetters } })
    return null
  })
  core.emit('shop-changed', {})
  return null
}
