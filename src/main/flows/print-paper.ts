import type { Device } from '../devices/device.ts'
import { pulseBytes, pulseNowBytes } from '../devices/drawer.ts'
import { paperParts, type Paper } from '../devices/esc-pos.ts'
import { openGlyphs } from '../devices/glyphs.port.ts'
import { breath } from '../devices/pdf-text.port.ts'
import { readLogo } from '../devices/logo.sql.ts'
import type { PrintJob } from '../devices/print-jobs.sql.ts'
import { textsToDraw } from '../devices/printed-lines.ts'
import type { PrinterProfile } from '../devices/printer-profile.ts'
import type { Errand } from '../devices/printer-talk.port.ts'
import { pageSamples, testPageRows } from '../devices/test-page.ts'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { paymentReceipt, statementDocument } from './account-paper.ts'
import { receiptDocument } from './receipt.ts'
import { returnSlip } from './return-paper.ts'
import { printerOf } from './the-printer.ts'

/** A job as bytes for its printer, made from the sale as it stands; null where the sale or refund is not there any more. */
export async function errandOf(core: Core, job: PrintJob, device: Device): Promise<Errand | null> {
  const { profile, settings } = printerOf(device)
  const opens = job.opensDrawer === 1
  const pulse = { pulse: opens ? pulseBytes(profile, settings.drawerPin) : null, pulseNow: opens ? pulseNowBytes(profile, settings.drawerPin) : null }
  if (job.kind === 'drawer') return { ...pulse, paper: new Uint8Array() }
  const papers = job.kind === 'test-page' ? [testPage(profile, job)] : job.kind === 'account' ? accountPapers(core, job) : job.kind === 'return' ? returnPapers(core, job) : receipts(core, job, settings.saleCode !== 'none')
  if (papers === null) return null
  const parts: Uint8Array[] = []
  for (const paper of papers) parts.push(await bytesOf(paper, profile))
  return { ...pulse, paper: Buffer.concat(parts) }
}

/** A few lines at a time: the scanner shares main's loop. */
async function bytesOf(paper: Paper, profile: PrinterProfile): Promise<Uint8Array> {
  const pen = await openGlyphs(textsToDraw(paper.rows, profile))
  const parts: Uint8Array[] = []
  for (const part of paperParts(paper, profile, pen)) {
    parts.push(part)
    await breath()
  }
  return Buffer.concat(parts)
}

const testPage = (profile: PrinterProfile, { language }: PrintJob): Paper => ({ logo: null, rows: testPageRows(profile, language), code: '1-000042', samples: pageSamples(profile) })

/** Every paper after the first says DUPLICATE, whether it is a second copy or printed again. */
function receipts(core: Core, { saleId, refundId, language, copies, duplicateOf }: PrintJob, withCode: boolean): Paper[] | null {
  if (saleId === null) return null
  try {
    return Array.from({ length: copies }, (_, copy) => {
      const { rows, number } = receiptDocument(core, { saleId, refundId, language, duplicate: duplicateOf !== null || copy > 0 })
      return { logo: readLogo(core.db), rows, code: withCode ? number : null }
    })
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A statement as the account stands when it is printed, or the receipt of a payment. */
function accountPapers(core: Core, { accountOf, accountEntryId, language, duplicateOf }: PrintJob): Paper[] | null {
  if (accountOf === null) return null
  const asked = { customerId: accountOf, language }
  const { rows } = accountEntryId === null ? statementDocument(core, asked) : paymentReceipt(core, { ...asked, entryId: accountEntryId, duplicate: duplicateOf !== null })
  return [{ logo: readLogo(core.db), rows, code: null }]
}

/** The slip of a return without a receipt. */
function returnPapers(core: Core, { returnId, language, duplicateOf }: PrintJob): Paper[] | null {
  if (returnId === null) return null
  return [{ logo: readLogo(core.db), rows: returnSlip(core, { returnId, language, duplicate: duplicateOf !== null }).rows, code: null }]
}
