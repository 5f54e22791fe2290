import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant } from '../vocabulary.ts'
import type { Dots } from './dots.ts'

const row = z.object({ width: z.number(), height: z.number(), black: z.instanceof(Uint8Array) })

/** The picture above the shop's name, in dots; null where the shop has none. */
export const readLogo = (db: ReadableDB): Dots | null => first(db, row, sql`SELECT width, height, black FROM receipt_logo`) ?? null

export const saveLogo = (db: WritableDB, { width, height, black }: Dots, at: Instant): number =>
  run(db, sql`INSERT INTO receipt_logo (id, width, height, black, updated_at) VALUES (1, ${width}, ${height}, ${black}, ${at})
    ON CONFLICT (id) DO UPDATE SET width = excluded.width, height = excluded.height, black = excluded.black, updated_at = excluded.updated_at`)

export const dropLogo = (db: WritableDB): number => run(db, sql`DELETE FROM receipt_logo`)
