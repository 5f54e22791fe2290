import { z } from 'zod'
import type { Core } from '../context.ts'
import { takes } from '../input.ts'
import { keepVote, votesOf } from './help.sql.ts'

const articleName = z.string().regex(/^[a-z-]{1,40}$/)

/** Door of the help pages: the words stand with the screens, only the votes are kept here. */
export const helpApi = (core: Core) => ({
  'help/votes': takes(z.strictObject({}), (_input, { registerId }) => votesOf(core.db, registerId)),
  'help/vote': takes(z.strictObject({ article: articleName, helpful: z.boolean() }), (vote, { registerId }) => {
    keepVote(core.db, registerId, vote, core.now())
    return votesOf(core.db, registerId)
  }),
})
