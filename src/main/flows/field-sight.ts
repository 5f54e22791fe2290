import type { Core } from '../context.ts'
import { rulesOf } from '../staff/roles.sql.ts'
import type { Caller, FieldSight } from '../vocabulary.ts'

/** What of a customer whoever is calling may see, as their role says at this moment. Whoever sends a person's data to a screen passes it through this. */
export const sightOf = ({ db }: Pick<Core, 'db'>, { role }: Pick<Caller, 'role'>): FieldSight => rulesOf(db, role).fields
