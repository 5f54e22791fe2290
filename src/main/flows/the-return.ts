import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { LooseReturn } from '../sales/loose-return.ts'
import { looseReturn } from '../sales/loose-returns.sql.ts'
import type { LooseReturnId } from '../vocabulary.ts'

/** A return without a receipt, or 'not-found'. */
export function theReturn(core: Pick<Core, 'db'>, id: LooseReturnId): LooseReturn {
  const found = looseReturn(core.db, id)
  if (!found) throw new Refusal('not-found', { field: 'returnId' })
  return found
}
