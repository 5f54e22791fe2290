import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, StaffId } from '../vocabulary.ts'
import type { IdKeeping } from './document-key.ts'

export const meaningNames = ['product', 'card', 'sale', 'ticket', 'badge'] as const
export type MeaningName = (typeof meaningNames)[number]
const meaning = z.enum(meaningNames)
const choiceRow = z.object({ code: z.string(), meaning, at: z.string() as unknown as z.ZodType<Instant> })
export type CodeChoice = z.infer<typeof choiceRow>

/** What was chosen for a code that means several things. */
export const choiceFor = (db: ReadableDB, code: string): MeaningName | null => value<MeaningName>(db, sql`SELECT meaning FROM code_choices WHERE code = ${code}`) ?? null
export const listChoices = (db: ReadableDB, most: number): CodeChoice[] => all(db, choiceRow, sql`SELECT code, meaning, at FROM code_choices ORDER BY at DESC, code LIMIT ${most}`)
export const saveChoice = (db: WritableDB, code: string, chosen: MeaningName, by: StaffId, at: Instant): number =>
  run(db, sql`INSERT OR REPLACE INTO code_choices (code, meaning, staff_id, at) VALUES (${code}, ${chosen}, ${by}, ${at})`)
export const forgetChoice = (db: WritableDB, code: string): number => run(db, sql`DELETE FROM code_choices WHERE code = ${code}`)

const flag = z.union([z.literal(0), z.literal(1)])
const settingsRow = z.object({
  idKeeping: z.enum(['checked', 'last4', 'full']), expiryDayCounts: flag, tones: flag, prefix: z.string(), gapMs: z.number(), fewest: z.number(), usLayout: flag,
})
export type ScanSettings = {
  readonly idKeeping: IdKeeping
  /** Is a document still good on the very day it names? */
  readonly expiryDayCounts: boolean
  readonly tones: boolean
  /** How keyboards that are scanners are told from hands: what they send first, how fast, how much, and whether they write as a US keyboard. */
  readonly prefix: string; readonly gapMs: number; readonly fewest: number; readonly usLayout: boolean
}
export function scanSettings(db: ReadableDB): ScanSettings {
  const row = first(db, settingsRow, sql`SELECT id_keeping AS idKeeping, expiry_day_counts AS expiryDayCounts, tones, prefix, gap_ms AS gapMs, fewest, us_layout AS usLayout FROM scan_settings`)
  if (!row) throw new Error('the scan settings are gone')
  return { ...row, expiryDayCounts: row.expiryDayCounts === 1, tones: row.tones === 1, usLayout: row.usLayout === 1 }
}
export const saveScanSettings = (db: WritableDB, s: ScanSettings): number =>
  run(db, sql`UPDATE scan_settings SET id_keeping = ${s.idKeeping}, expiry_day_counts = ${Number(s.expiryDayCounts)}, tones = ${Number(s.tones)}, prefix = ${s.prefix},
    gap_ms = ${s.gapMs}, fewest = ${s.fewest}, us_layout = ${Number(s.usLayout)} WHERE id = 1`)

/** A key of this shop, made by chance on first use. It never leaves main. */
export function shopSecret(db: WritableDB, name: string): string {
  const kept = value<string>(db, sql`SELECT secret FROM shop_secrets WHERE name = ${name}`)
  if (kept !== undefined) return kept
  run(db, sql`INSERT INTO shop_secrets (name, secret) VALUES (${name}, lower(hex(randomblob(32)))) ON CONFLICT DO NOTHING`)
  return value<string>(db, sql`SELECT secret FROM shop_secrets WHERE name = ${name}`) ?? ''
}
