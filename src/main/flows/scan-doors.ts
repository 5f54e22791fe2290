import { z } from 'zod'
import type { Core } from '../context.ts'
import { classify } from '../devices/scan.ts'
import { forgetChoice, listChoices, meaningNames, saveChoice, saveScanSettings, scanSettings, type CodeChoice, type ScanSettings } from '../devices/scans.sql.ts'
import { filledText, id, nothing, requestId, takes, takesFromAnyone, text } from '../input.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { staffWithBadge } from '../staff/badges.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, RegisterId, StaffId } from '../vocabulary.ts'
import { spendToken, takeHeld } from './hold-scan.ts'
import { linkLicence } from './link-licence.ts'
import { scanScreens, type ScanOutcome } from './scan-outcome.ts'
import { takeScan } from './take-scan.ts'

const mostText = 4_000
const anyText = z.string().max(mostText)
const symbology = z.string().max(8).nullable()
const token = id<string>()
const where = { requestId, screen: z.enum(scanScreens), customerId: id<CustomerId>().nullable() }
const scanned = z.strictObject({ ...where, text: anyText, symbology, source: z.enum(['wedge', 'wedge-slow', 'camera']) })
const held = z.strictObject({ ...where, token })
const badge = z.union([z.strictObject({ text: anyText, symbology }), z.strictObject({ token })])
const code = filledText(64)
const settings = z.strictObject({
  idKeeping: z.enum(['checked', 'last4', 'full']), expiryDayCounts: z.boolean(), tones: z.boolean(), prefix: text(4), gapMs: z.number().int().min(5).max(100),
  fewest: z.number().int().min(3).max(20), usLayout: z.boolean(),
})
const mostChoices = 500
export type BadgeFound = { readonly staffId: StaffId; readonly name: string } | null

/** Where scans come in, from whatever they were read with, and what the shop has settled about them. */
export const scanFlows = (core: Core) => ({
  'devices/scanned': takes(scanned, ({ source, ...asked }, caller): ScanOutcome => takeScan(core, caller, { ...asked, slow: source === 'wedge-slow' })),
  'devices/take-held': takes(held, (asked, caller): ScanOutcome => takeHeld(core, caller, asked)),
  /** Before sign-in and on the locked screen a scan can only be a badge, and a badge only says whose PIN is asked. */
  'devices/badge': takesFromAnyone(badge, (asked, { registerId }): BadgeFound => badgeOf(core, registerId, asked)),
  'devices/link-licence': takes(linkLicence.shape, (asked, caller) => linkLicence.work(core, caller, asked), 'edit-customers'),
  'devices/choose-meaning': takes(z.strictObject({ requestId, code, meaning: z.enum(meaningNames) }), ({ requestId: id_, code: chosen, meaning }, { staffId }): null =>
    written(core, id_, 'devices/choose-meaning', () => saveChoice(core.db, chosen, meaning, staffId, core.now()))),
  'devices/code-choices': takes(nothing, (): CodeChoice[] => listChoices(core.db, mostChoices)),
  'devices/forget-choice': takes(z.strictObject({ requestId, code }), ({ requestId: id_, code: forgotten }): null =>
    written(core, id_, 'devices/forget-choice', () => forgetChoice(core.db, forgotten))),
  'devices/scan-settings': takesFromAnyone(nothing, (): ScanSettings => scanSettings(core.db)),
  'devices/save-scan-settings': takes(z.strictObject({ requestId, settings }), (asked, caller): null => keepSettings(core, caller, asked), 'edit-shop'),
})

function badgeOf(core: Core, registerId: RegisterId, asked: z.infer<typeof badge>): BadgeFound {
  const scan = 'token' in asked ? spendToken(core, registerId, asked.token) : asked
  const read = scan && classify(scan.text, scan.symbology)
  const found = read?.kind === 'code' ? staffWithBadge(core.db, read.code) : undefined
  return found ? { staffId: found.id, name: found.name } : null
}

function written(core: Core, id_: z.infer<typeof requestId>, door: string, work: () => unknown): null {
  once(core.db, { id: id_, door, at: core.now() }, () => (work(), null))
  core.emit('scans-changed', {})
  return null
}

function keepSettings(core: Core, { registerId, staffId }: Caller, asked: { readonly requestId: z.infer<typeof requestId>; readonly settings: ScanSettings }): null {
  return written(core, asked.requestId, 'devices/save-scan-settings', () => {
    const before = scanSettings(core.db)
    saveScanSettings(core.db, asked.settings)
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'scan-settings-changed', target: 'shop', before, after: asked.settings })
  })
}
