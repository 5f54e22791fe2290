import { z } from 'zod'
import type { Core } from '../context.ts'
import { selection } from '../customers/selection.ts'
import { customerId } from '../customers/shapes.ts'
import { id, language, nothing, requestId, takes, whole } from '../input.ts'
import type { ApprovalId, Cents } from '../vocabulary.ts'
import { certificateOf, certificatePdf, certificates, type Certificate, type CertificateRow } from './erase-certificate.ts'
import { cancelErase, eraseCustomer, eraseMany, eraseOutcome, erasePlan, erasePreview, waitingErases, type EraseOutcome, type ErasePlan, type Waiting, type WaitingErase } from './erase-customer.ts'
import type { ErasePreview } from './erase-judge.ts'

const approvalId = id<ApprovalId>().nullable()
const act = id<string>()
const cents = whole.min(1).max(99_999_999_999) as unknown as z.ZodType<Cents>
const certificate = z.strictObject({ number: whole.min(1), language })

/** Deleting people for good, one or many, and the certificates of it. */
export const eraseDoors = (core: Core) => ({
  'customers/erase-preview': takes(z.strictObject({ id: customerId }), (input, caller): ErasePreview => erasePreview(core, caller, input.id)),
  'customers/erase': takes(z.strictObject({ requestId, id: customerId, approvalId, writeOffCents: z.exactOptional(cents.nullable()) }), (input, caller): Waiting => eraseCustomer(core, caller, input), 'edit-customers'),
  'customers/erase-plan': takes(z.strictObject({ selection }), (input, caller): Promise<ErasePlan> => erasePlan(core, caller, input.selection), 'edit-customers'),
  'customers/erase-many': takes(z.strictObject({ requestId, selection, approvalId }), (input, caller): Promise<Waiting & ErasePlan> => eraseMany(core, caller, input), 'edit-customers'),
  'customers/erase-cancel': takes(z.strictObject({ requestId, actId: act }), (input, caller): { cancelled: number } => cancelErase(core, caller, input)),
  'customers/erase-waiting': takes(nothing, (): WaitingErase[] => waitingErases(core)),
  'customers/erase-outcome': takes(z.strictObject({ actId: act }), (input): EraseOutcome => eraseOutcome(core, input.actId)),
  'customers/certificates': takes(z.strictObject({ before: whole.min(1).nullable(), most: whole.min(1).max(200) }), (input): CertificateRow[] => certificates(core, input.before, input.most), 'see-audit'),
  'customers/certificate': takes(certificate, (input): Certificate => certificateOf(core, input.number, input.language)),
  'customers/certificate-pdf': takes(certificate, (input): Promise<{ base64: string; fileName: string }> => certificatePdf(core, input.number, input.language)),
})
