import { z } from 'zod'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { id, language, page, requestId, takes, text } from '../input.ts'
import { once } from '../store/once.ts'
import type { Instant } from '../vocabulary.ts'
import type { CustomerGroup, CustomerType, LetterCount, NameParts } from './customer.ts'
import { customerExists } from './customers.sql.ts'
import { dropDraft, keepDraft, keptDraft } from './drafts.sql.ts'
import { listGroups, listTypes } from './groups.sql.ts'
import { splitName } from './names.ts'
import { letterCounts } from './people.sql.ts'
import { dropPhoto, savePhoto } from './photos.sql.ts'
import { customerId } from './shapes.ts'

const empty = z.strictObject({})
const form = z.strictObject({ form: id<string>() })
const mostPhotoBase64 = 4_000_000
/** A picture of a customer: what a screen cut out of it, at most 3 MB. */
export const photo = z.strictObject({ mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  base64: z.base64().min(4).max(mostPhotoBase64) })

/** What the customers room answers by itself; whatever needs the shop, the till or consent stands in flows/customer-doors.ts. */
export const customersApi = (core: Core) => ({
  'customers/letters': takes(z.strictObject({ inactive: z.exactOptional(z.boolean()) }), (input): LetterCount[] =>
    letterCounts(core.db, input.inactive === true)),
  'customers/split-name': takes(z.strictObject({ text: text(400), language: language.nullable() }), (input): NameParts =>
    splitName(input.text, input.language)),
  'customers/save-photo': takes(z.strictObject({ requestId, id: customerId, photo: photo.nullable() }), (input) =>
    setPhoto(core, input), 'edit-customers'),
  'customers/groups': takes(empty, (): CustomerGroup[] => listGroups(core.db)),
  'customers/types': takes(empty, (): CustomerType[] => listTypes(core.db)),
  'customers/keep-draft': takes(z.strictObject({ form: id<string>(), body: text(200_000) }), (input, caller): null =>
    (keepDraft(core.db, { ...input, registerId: caller.registerId, at: core.now() }), null)),
  'customers/kept-draft': takes(form, (input, caller): { body: string; at: Instant } | null =>
    keptDraft(core.db, caller.registerId, input.form) ?? null),
  'customers/drop-draft': takes(form, (input, caller): null => (dropDraft(core.db, caller.registerId, input.form), null)),
})

/**
 * The page of a list of people, for the doors that need the shop as well. `skip`: so many people after where it begins, for a scroll bar that is
 * dragged anywhere.
 */
export const peoplePage = z.strictObject({
  ...page, letter: z.string().regex(/^[a-zA-Z#]$/).nullable(), inactive: z.exactOptional(z.boolean()),
    skip: z.exactOptional(z.number().int().min(0).max(2_000_000)),
})

function setPhoto(core: Core, input: { requestId: z.infer<typeof requestId>; id: z.infer<typeof customerId>;
  photo: z.infer<typeof photo> | null }): null {
  once(core.db, { id: input.requestId, door: 'customers/save-photo', at: core.now() }, () => {
    if (!customerExists(core.db, input.id)) throw new Refusal('not-found', { what: 'customer' })
    if (input.photo) savePhoto(core.db, input.id, { mediaType: input.photo.mediaType, bytes: Buffer.from(input.photo.base64, 'base64') })
    else dropPhoto(core.db, input.id)
    return null
  })
  core.emit('customer-changed', { customerId: input.id })
  return null
}
