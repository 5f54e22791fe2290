import { z } from 'zod'
import type { Core } from '../context.ts'
import { countPeople } from '../customers/people.sql.ts'
import { Refusal } from '../errors.ts'
import { filledText, id, requestId, takes } from '../input.ts'
import { insertSupport, keepPicture, takeBackSupport } from '../messaging/waiting.sql.ts'
import { listRegisters } from '../shop/shop.sql.ts'
import { versionOf } from '../store/migrate.ts'
import { once } from '../store/once.ts'
import type { Caller } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

const mostPictureBase64 = 1_400_000
const picture = z.strictObject({ mediaType: z.enum(['image/png', 'image/jpeg']), base64: z.base64().min(4).max(mostPictureBase64) })
const message = z.strictObject({ requestId, body: filledText(4_000), withReport: z.boolean(), picture: picture.nullable() })
type Message = z.infer<typeof message>

/** A question to whoever looks after the program (S1-38): it waits in the outbox, and its writer can take it back while it does. */
export const supportDoors = (core: Core) => ({
  'help/report': takes(z.strictObject({}), (_input, caller): { text: string } => ({ text: reportOf(core, caller) })),
  'help/message': takes(message, (input, caller): { id: string } => ask(core, caller, input)),
  'help/take-back': takes(z.strictObject({ requestId, id: id<string>() }), (input, caller): null => takeBack(core, caller, input)),
})

/** What goes along with a question: the shape of the shop and the last bugs, nothing of any person. Shown before it is sent. */
function reportOf(core: Core, { registerId }: Caller): string {
  const { country, language, currency } = theShop(core)
  const tills = listRegisters(core.db)
  const till = tills.find((each) => each.id === registerId)?.number ?? 0
  const bugs = core.ports.recentBugs?.() ?? []
  return [`file ${versionOf(core.db)}`, `shop ${country} ${language} ${currency}`, `till ${till} of ${tills.length}`, `customers ${countPeople(core.db, true)}`, ...bugs.map((bug) => `bug ${bug}`)].join('\n')
}

/** Refuses 'bad-input' where the picture is none. */
function ask(core: Core, caller: Caller, { requestId: request, body, withReport, picture: shown }: Message): { id: string } {
  const bytes = shown && Buffer.from(shown.base64, 'base64')
  if (shown && !isPicture(shown.mediaType, bytes!)) throw new Refusal('bad-input', { field: 'picture' })
  const answer = once(core.db, { id: request, door: 'help/message', at: core.now() }, () => {
    const made = core.newId()
    insertSupport(core.db, { id: made, body: body.trim(), report: withReport ? reportOf(core, caller) : '', staffId: caller.staffId, registerId: caller.registerId, at: core.now() })
    if (shown) keepPicture(core.db, made, { mediaType: shown.mediaType, bytes: bytes! })
    return { id: made }
  })
  core.emit('outbox-changed', {})
  return answer
}

const beginnings = { 'image/png': '89504e47', 'image/jpeg': 'ffd8ff' } as const
const isPicture = (mediaType: keyof typeof beginnings, bytes: Buffer): boolean => bytes.toString('hex', 0, 4).startsWith(beginnings[mediaType])

/** Refuses 'not-found' where it is somebody else's, or no longer waits. */
function takeBack(core: Core, { staffId }: Caller, { requestId: request, id: asked }: { readonly requestId: Message['requestId']; readonly id: string }): null {
  once(core.db, { id: request, door: 'help/take-back', at: core.now() }, () => {
    if (takeBackSupport(core.db, asked, staffId, core.now()) === 0) throw new Refusal('not-found', { what: 'message' })
    return null
  })
  core.emit('outbox-changed', {})
  return null
}
