import { z } from 'zod'
import { dithered } from '../devices/dots.ts'
import { dropLogo, readLogo, saveLogo } from '../devices/logo.sql.ts'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { nothing, requestId, takes } from '../input.ts'
import { once } from '../store/once.ts'
import type { Caller } from '../vocabulary.ts'
import { changed } from './print-desk.ts'

const mostWidth = 384
const mostHeight = 240
const side = (most: number) => z.number().int().min(8).max(most)
/** The picture as greys, one byte a dot, 0 is black: the screen has read the file and made it small enough. Null takes it off. */
const logo = z.strictObject({ requestId, picture: z.strictObject({ width: side(mostWidth), height: side(mostHeight), grey: z.string().max(Math.ceil((mostWidth * mostHeight) / 3) * 4).regex(/^[A-Za-z0-9+/]*={0,2}$/) }).nullable() })

/** The picture at the top of receipts. */
export const logoDoors = (core: Core) => ({
  'print/logo': takes(nothing, () => {
    const dots = readLogo(core.db)
    return dots && { width: dots.width, height: dots.height, black: Buffer.from(dots.black).toString('base64') }
  }),
  'print/save-logo': takes(logo, (input, caller) => save(core, caller, input), 'edit-devices'),
})

/** Greys become black dots here, so that every printer prints the same picture. */
function save(core: Core, { registerId }: Caller, { requestId: request, picture }: z.infer<typeof logo>): null {
  const grey = picture && Buffer.from(picture.grey, 'base64')
  if (picture && grey?.length !== picture.width * picture.height) throw new Refusal('bad-input', { field: 'picture.grey', problem: 'length' })
  once(core.db, { id: request, door: 'print/save-logo', at: core.now() }, () => {
    if (picture && grey) saveLogo(core.db, dithered(grey, picture.width, picture.height), core.now())
    else dropLogo(core.db)
    return null
  })
  changed(core, registerId)
  return null
}
