import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Cents, Instant, Language, RegisterId, TaxClassId, TaxRateId } from '../vocabulary.ts'
import type { Register, Shop, TaxClass, TaxRate } from './shop.ts'

const flag = z.union([z.literal(0), z.literal(1)])
const shopRow = z.object({
  name: z.string(), address1: z.string(), address2: z.string(), city: z.string(), region: z.string(), postcode: z.string(), country: z.string(),
  phone: z.string(), email: z.string(), taxNumber: z.string(), currency: z.string(), locale: z.string(), language: z.enum(['en', 'fr', 'es']),
  timeZone: z.string(), pricesIncludeTax: flag, cashStepCents: z.number() as unknown as z.ZodType<Cents>, medical: flag, minimumAge: z.number(),
  customerRequired: z.enum(['off', 'recommended', 'required']), customerDetails: flag, everyoneEditsCustomers: flag,
  idleLockSeconds: z.number(), receiptFooter: z.string(), smsWording: z.string(), emailWording: z.string(),
})
const registerRow = z.object({ id: z.string() as unknown as z.ZodType<RegisterId>, name: z.string(), number: z.number() })
const rateRow = z.object({ id: z.string(), name: z.string(), ratePpm: z.number(), active: flag }) as unknown as z.ZodType<TaxRate & { active: 0 | 1 }>
const classRow = z.object({ id: z.string(), name: z.string(), rateIds: z.string() })

type Wording = Readonly<Record<Language, string>>
const wordingOf = (text: string): Wording => ({ en: '', fr: '', es: '', ...(JSON.parse(text) as Partial<Wording>) })
const asShop = (row: z.infer<typeof shopRow>): Shop => ({
  ...row,
  pricesIncludeTax: row.pricesIncludeTax === 1, medical: row.medical === 1, customerDetails: row.customerDetails === 1,
  everyoneEditsCustomers: row.everyoneEditsCustomers === 1, smsWording: wordingOf(row.smsWording), emailWording: wordingOf(row.emailWording),
})

/** The one shop of this file, or nothing before set-up. flows/the-shop.ts refuses where it must be there. */
export function readShop(db: ReadableDB): Shop | undefined {
  const row = first(db, shopRow, sql`SELECT name, address_1 AS address1, address_2 AS address2, city, region, postcode, country, phone, email,
    tax_number AS taxNumber, currency, locale, language, time_zone AS timeZone, prices_include_tax AS pricesIncludeTax, cash_step_cents AS cashStepCents,
    medical, minimum_age AS minimumAge, customer_required AS customerRequired, customer_details AS customerDetails,
    everyone_edits_customers AS everyoneEditsCustomers, idle_lock_seconds AS idleLockSeconds, receipt_footer AS receiptFooter,
    sms_wording AS smsWording, email_wording AS emailWording FROM shop`)
  return row && asShop(row)
}

export type DemoState = 'making' | 'made'
export const demoState = (db: ReadableDB): DemoState | null => value<DemoState>(db, sql`SELECT demo FROM shop`) ?? null
/** A made-up shop says so on the sign-in screen, with the PINs to try it with; while it is being made nobody can sign in. */
export const markDemo = (db: WritableDB, state: DemoState): number => run(db, sql`UPDATE shop SET demo = ${state}`)

export const saveShop = (db: WritableDB, s: Shop, at: Instant): number =>
  run(db, sql`INSERT OR REPLACE INTO shop (id, name, address_1, address_2, city, region, postcode, country, phone, email, tax_number, currency, locale,
      language, time_zone, prices_include_tax, cash_step_cents, medical, minimum_age, customer_required, customer_details, everyone_edits_customers,
      idle_lock_seconds, receipt_footer, sms_wording, email_wording, demo, made_at, updated_at)
    VALUES (1, ${s.name}, ${s.address1}, ${s.address2}, ${s.city}, ${s.region}, ${s.postcode}, ${s.country}, ${s.phone}, ${s.email}, ${s.taxNumber},
      ${s.currency}, ${s.locale}, ${s.language}, ${s.timeZone}, ${Number(s.pricesIncludeTax)}, ${s.cashStepCents}, ${Number(s.medical)}, ${s.minimumAge},
      ${s.customerRequired}, ${Number(s.customerDetails)}, ${Number(s.everyoneEditsCustomers)}, ${s.idleLockSeconds}, ${s.receiptFooter},
      ${JSON.stringify(s.smsWording)}, ${JSON.stringify(s.emailWording)}, (SELECT demo FROM shop), coalesce((SELECT made_at FROM shop), ${at}), ${at})`)

export const getRegister = (db: ReadableDB, id: RegisterId): Register | undefined =>
  first(db, registerRow, sql`SELECT id, name, number FROM registers WHERE id = ${id}`)
export const listRegisters = (db: ReadableDB): Register[] => all(db, registerRow, sql`SELECT id, name, number FROM registers ORDER BY number`)

/** Adds a till with the next number; numbers are never given twice. */
export const insertRegister = (db: WritableDB, register: { id: RegisterId; name: string }, at: Instant): number =>
  run(db, sql`INSERT INTO registers (id, name, number, made_at)
    VALUES (${register.id}, ${register.name}, (SELECT coalesce(max(number), 0) + 1 FROM registers), ${at})`)
export const renameRegister = (db: WritableDB, id: RegisterId, name: string): number => run(db, sql`UPDATE registers SET name = ${name} WHERE id = ${id}`)

/** The taxes as sales use them: rates that are still charged, and each class with its rates in order. */
export function readTaxes(db: ReadableDB): { rates: TaxRate[]; classes: TaxClass[] } {
  const rates = all(db, rateRow, sql`SELECT id, name, rate_ppm AS ratePpm, active FROM tax_rates WHERE active = 1 ORDER BY position, id`)
  const classes = all(db, classRow, sql`SELECT c.id, c.name, (SELECT coalesce(json_group_array(x.tax_rate_id), '[]') FROM (
      SELECT l.tax_rate_id FROM tax_class_rates l JOIN tax_rates r ON r.id = l.tax_rate_id
      WHERE l.tax_class_id = c.id AND r.active = 1 ORDER BY r.position, r.id) x) AS rateIds
    FROM tax_classes c ORDER BY c.position, c.id`)
  return {
    rates: rates.map(({ id, name, ratePpm }) => ({ id, name, ratePpm })),
    classes: classes.map((row) => ({ id: row.id as TaxClassId, name: row.name, rateIds: JSON.parse(row.rateIds) as TaxRateId[] })),
  }
}

export const saveTaxRate = (db: WritableDB, rate: TaxRate, position: number): number =>
  run(db, sql`INSERT INTO tax_rates (id, name, rate_ppm, position) VALUES (${rate.id}, ${rate.name}, ${rate.ratePpm}, ${position})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, rate_ppm = excluded.rate_ppm, position = excluded.position, active = 1`)
/** Also one that was retired: taking back its removal brings it back under its id. */
export const taxRateExists = (db: ReadableDB, id: TaxRateId): boolean => value<number>(db, sql`SELECT 1 FROM tax_rates WHERE id = ${id}`) === 1
/** No longer charged; sales that were made keep its name and rate. */
export const retireTaxRate = (db: WritableDB, id: TaxRateId): number => run(db, sql`UPDATE tax_rates SET active = 0 WHERE id = ${id}`)
export const saveTaxClass = (db: WritableDB, taxClass: TaxClass, position: number): void => {
  run(db, sql`INSERT INTO tax_classes (id, name, position) VALUES (${taxClass.id}, ${taxClass.name}, ${position})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position`)
  run(db, sql`DELETE FROM tax_class_rates WHERE tax_class_id = ${taxClass.id}`)
  for (const rateId of taxClass.rateIds) run(db, sql`INSERT INTO tax_class_rates (tax_class_id, tax_rate_id) VALUES (${taxClass.id}, ${rateId})`)
}
