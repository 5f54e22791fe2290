import type { Core } from '../context.ts'
import type { AccountRules } from '../accounts/account.ts'
import { readRules, saveRules } from '../accounts/rules.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, RequestId } from '../vocabulary.ts'

/** Sets the shop's rules for paying later. Switched off, debts stay and can be paid; nothing new is charged. */
export function setAccountRules(core: Core, { registerId, staffId }: Caller, { requestId, rules }: { readonly requestId: RequestId; readonly rules: AccountRules }): AccountRules {
  const saved = once(core.db, { id: requestId, door: 'accounts/save-rules', at: core.now() }, () => {
    const before = readRules(core.db)
    const at = core.now()
    saveRules(core.db, rules, at)
    appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: 'account-rules-changed', target: 'shop', before, after: rules })
    return rules
  })
  core.emit('account-rules-changed', {})
  return saved
}
