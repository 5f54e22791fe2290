import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, RegisterId } from '../vocabulary.ts'

/** What a shop can switch on besides the register itself. */
export const appNames = ['tables'] as const
export type AppName = (typeof appNames)[number]

const tillRow = z.object({ id: z.string() as unknown as z.ZodType<RegisterId>, name: z.string(), on: z.union([z.literal(0), z.literal(1)]) })
/** Every till, and whether it has this app. */
export const tillsOf = (db: ReadableDB, app: AppName): { readonly id: RegisterId; readonly name: string; readonly on: boolean }[] =>
  all(db, tillRow, sql`SELECT r.id, r.name, EXISTS (SELECT 1 FROM app_registers a WHERE a.app = ${app} AND a.register_id = r.id) AS "on" FROM registers r ORDER BY r.number`)
    .map((row) => ({ ...row, on: row.on === 1 }))
export const hasApp = (db: ReadableDB, app: AppName, registerId: RegisterId): boolean => value<number>(db, sql`SELECT 1 FROM app_registers WHERE app = ${app} AND register_id = ${registerId}`) === 1
export const giveApp = (db: WritableDB, app: AppName, registerId: RegisterId, at: Instant): number =>
  run(db, sql`INSERT INTO app_registers (app, register_id, since) VALUES (${app}, ${registerId}, ${at}) ON CONFLICT DO NOTHING`)
export const takeApp = (db: WritableDB, app: AppName, registerId: RegisterId): number => run(db, sql`DELETE FROM app_registers WHERE app = ${app} AND register_id = ${registerId}`)
