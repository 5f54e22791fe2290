import type { Core } from '../context.ts'
import { tidyQuestions, type CustomerRules } from '../customers/rules.ts'
import { readCustomerRules, saveCustomerRules } from '../customers/rules.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, RequestId } from '../vocabulary.ts'

/** Settles the security questions, what somebody pending earns, and how long somebody denied is kept. Who was denied long ago goes at the next run, not at once. */
export function setCustomerRules(core: Core, { registerId, staffId }: Caller, { requestId, rules }: { readonly requestId: RequestId; readonly rules: CustomerRules }): CustomerRules {
  const saved = once(core.db, { id: requestId, door: 'customers/save-rules', at: core.now() }, () => {
    const [before, at] = [readCustomerRules(core.db), core.now()]
    const after = { ...rules, questions: tidyQuestions(rules.questions) }
    saveCustomerRules(core.db, after, at)
    appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: 'customer-rules-changed', target: 'shop', before, after })
    return after
  })
  core.emit('shop-changed', {})
  return saved
}
