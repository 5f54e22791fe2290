import { run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'

/** What the shop asks of every record. */
export type FormSettings = { readonly lastNameRequired: boolean }
export const formSettings = (db: ReadableDB): FormSettings => ({ lastNameRequired: value<number>(db, sql`SELECT last_name_required FROM form_settings`) === 1 })
export const saveFormSettings = (db: WritableDB, { lastNameRequired }: FormSettings): number => run(db, sql`UPDATE form_settings SET last_name_required = ${lastNameRequired ? 1 : 0}`)
