import { z } from 'zod'
import type { Core } from '../context.ts'
import { formSettings, saveFormSettings, type FormSettings } from '../customers/form-settings.sql.ts'
import { requestId, takes } from '../input.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, RequestId } from '../vocabulary.ts'

/** What a record must have is the owner's to say, and is in the audit. */
export function changeFormSettings(core: Core, { registerId, staffId }: Caller, { requestId: id, lastNameRequired }: FormSettings & { readonly requestId: RequestId }): FormSettings {
  const saved = once(core.db, { id, door: 'customers/save-form-settings', at: core.now() }, () => {
    const before = formSettings(core.db)
    saveFormSettings(core.db, { lastNameRequired })
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'shop-changed', target: 'shop', before, after: { lastNameRequired } })
    return { lastNameRequired }
  })
  core.emit('shop-changed', {})
  return saved
}

/** What the forms of customers ask for. */
export const formDoors = (core: Core) => ({
  'customers/form-settings': takes(z.strictObject({}), (): FormSettings => formSettings(core.db)),
  'customers/save-form-settings': takes(z.strictObject({ requestId, lastNameRequired: z.boolean() }), (input, caller): FormSettings => changeFormSettings(core, caller, input), 'edit-shop'),
})
