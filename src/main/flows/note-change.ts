import type { Core } from '../context.ts'
import type { Door } from '../input.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { Caller, Json } from '../vocabulary.ts'

type Facts = Readonly<Record<string, Json>> | null
/** What a line of the audit needs of a call: its target once there is an answer, and what stood there before and stands there now. */
export type Noting<I, O> = { readonly kind: string; readonly target: (input: I, answer: O) => string; readonly look: (input: I, answer: O | null) => Facts }

/**
 * The same door, with a line in the audit when it changed something: only the fields that differ, before and after. A call that was repeated, or
 * that saved what was there, changes nothing and leaves none.
 */
export const noting = <I, O>(core: Core, door: Door<I, O>, { kind, target, look }: Noting<I, O>): Door<I, O> => ({
  ...door,
  work: (input: I, caller: Caller): O => inTransaction(core.db, () => {
    const before = look(input, null)
    const answer = door.work(input, caller)
    const after = look(input, answer)
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    const pick = (facts: Facts): Json => facts && Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
    if (names.length > 0) appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind, target: target(input, answer), before: pick(before), after: pick(after) })
    return answer
  }),
})
