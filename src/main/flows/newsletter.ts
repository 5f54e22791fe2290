import type { Core, Look } from '../context.ts'
import { seenEmail } from '../customers/masks.ts'
import { displayName } from '../customers/names.ts'
import { audiencePage, countAudience, type AudienceAsked } from '../messaging/audience.sql.ts'
import type { Caller, CustomerId, Instant } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import { sightOf } from './field-sight.ts'

/** One who gets the newsletter. */
export type AudienceRow = { readonly id: CustomerId; readonly name: string; readonly email: string; readonly since: Instant; readonly how: string }
/** Who gets the newsletter: how many (counted once, with the first page), and a page of them, newest first; `more` is the `before` of the next. */
export type Audience = { readonly count: number | null; readonly rows: readonly AudienceRow[]; readonly more: number | null }

/** The audience as the reader's thread sees it: everyone whose last word on marketing by e-mail is a yes (S2-14). */
export function readAudience({ db }: Look, { before, most }: AudienceAsked): Audience {
  const found = audiencePage(db, { before, most: most + 1 })
  const page = found.slice(0, most)
  const rows = page.map((member) => ({ id: member.id, name: displayName(member), email: member.address, since: member.since, how: member.how }))
  return { count: before === null ? countAudience(db) : null, rows, more: found.length > most ? (page.at(-1)?.seq ?? null) : null }
}

/** The same for a screen, addresses as far as its role may see them. */
export async function newsletter(core: Core, caller: Caller, asked: AudienceAsked): Promise<Audience> {
  const audience = await askReader(core, 'newsletter', asked)
  const sight = sightOf(core, caller)
  return { ...audience, rows: audience.rows.map((row) => ({ ...row, email: seenEmail(row.email, sight.email) })) }
}
