import { expect, test } from 'vitest'
import { freshApp, reopened } from '../../harness/app.ts'
import { howMany, read, run, upload } from './import-kit.ts'

const card = (at: number) => `BEGIN:VCARD\nVERSION:3.0\nN:Ruiz${at};Ana;;;\nTEL:514-55${at % 10}-${String(at).padStart(4, '0')}\nEMAIL:ana${at}@example.com\nEND:VCARD\n`
const many = Array.from({ length: 2_000 }, (_, at) => card(at)).join('')

type Fresh = Awaited<ReturnType<typeof freshApp>>
/** Lets an import work until `isTime`, then closes the file under it, as a power cut would. */
async function cutOff(work: (app: Fresh, batchId: Awaited<ReturnType<typeof upload>>) => Promise<unknown>, isTime: (customers: number) => boolean) {
  const app = await freshApp()
  await app.signIn('manager')
  const { id } = await read(app, 'many.vcf', many)
  const working = work(app, id).catch(() => undefined)
  while (!isTime(howMany(app))) await new Promise((resolve) => setTimeout(resolve, 2))
  app.close()
  await working
  const again = reopened(app.file)
  await again.ask('staff/sign-in', { staffId: app.staff.manager, pin: app.pins.manager })
  return { app: Object.assign(again, { staff: app.staff, pins: app.pins, signIn: app.signIn }), id }
}
const whole = `SELECT count(*) FROM customers c WHERE (SELECT count(*) FROM customer_phones WHERE customer_id = c.id) <> 1
  OR (SELECT count(*) FROM customer_emails WHERE customer_id = c.id) <> 1 OR NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.customer_id = c.id AND r.outcome = 'added')`

test('a run that is cut off leaves whole customers only, says so, and is finished where it stood', { timeout: 60_000 }, async () => {
  const { app, id } = await cutOff((open, batchId) => run(open, batchId), (customers) => customers > 0)
  const before = howMany(app)
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(2_000)
  expect(app.core.db.prepare(whole).pluck().get()).toBe(0)
  expect((await app.ask('imports/list', null))[0]).toMatchObject({ id, state: 'interrupted', counts: { added: before } })
  expect((await app.ask('imports/run', { requestId: app.rid(), batchId: id })).counts).toMatchObject({ added: 2_000, failed: 0 })
  expect(howMany(app)).toBe(2_000)
  expect(app.core.db.prepare('SELECT count(DISTINCT e164) FROM customer_phones').pluck().get()).toBe(2_000)
})

test('or it is taken back to the last customer', { timeout: 60_000 }, async () => {
  const { app, id } = await cutOff((open, batchId) => run(open, batchId), (customers) => customers > 0)
  const before = howMany(app)
  expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: id })).toMatchObject({ removed: before, keptCount: 0 })
  expect(howMany(app)).toBe(0)
})

test('an undo that is cut off is undone to the end later', { timeout: 60_000 }, async () => {
  let isRun = false
  const { app, id } = await cutOff(async (open, batchId) => {
    await run(open, batchId)
    isRun = true
    return open.ask('imports/undo', { requestId: open.rid(), batchId })
  }, (customers) => isRun && customers < 2_000)
  expect(howMany(app)).toBeGreaterThan(0)
  expect((await app.ask('imports/state', { batchId: id })).state).toBe('interrupted')
  await app.ask('imports/undo', { requestId: app.rid(), batchId: id })
  expect(howMany(app)).toBe(0)
})

test('a file that was being read when the power went is read anew', { timeout: 60_000 }, async () => {
  const app = await freshApp()
  await app.signIn('manager')
  const id = await upload(app, 'many.vcf', many)
  const reading = app.ask('imports/read', { batchId: id }).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 60))
  app.close()
  await reading
  const again = reopened(app.file)
  await again.ask('staff/sign-in', { staffId: app.staff.manager, pin: app.pins.manager })
  expect((await again.ask('imports/read', { batchId: id })).counts.heaps.new.rows).toBe(2_000)
})

const club = `First Name,Last Name,Mobile,Points,Accepts SMS Marketing\n${Array.from({ length: 1_500 }, (_, at) => `Ana,Ruiz${at},514-55${at % 10}-${String(at).padStart(4, '0')},${10 + at},yes`).join('\n')}`
const sum = (sql: string) => (app: { core: Fresh['core'] }): number => app.core.db.prepare(sql).pluck().get() as number
const alive = sum("SELECT count(*) FROM customers WHERE status <> 'erased'")
const opened = sum("SELECT count(*) FROM loyalty_ledger WHERE kind = 'opening'")
const owed = sum('SELECT coalesce(sum(points), 0) FROM loyalty_ledger')
const settings = sum("SELECT group_concat(v) FROM (SELECT v FROM find_all_config WHERE k IN ('automerge', 'crisismerge', 'deletemerge') ORDER BY k)")

async function clubCutOff(work: (app: Fresh, batchId: Awaited<ReturnType<typeof upload>>) => Promise<unknown>, isTime: (app: Fresh) => boolean) {
  const app = await freshApp()
  await app.signIn('manager')
  const batch = await read(app, 'club.csv', club)
  const { columns } = await app.ask('imports/mapping', { batchId: batch.id })
  await app.ask('imports/set-mapping', { batchId: batch.id, headerRow: true, columns: columns.map(({ index, field, group }) => ({ index, field, group })) })
  await app.ask('imports/read', { batchId: batch.id })
  const working = work(app, batch.id).catch(() => undefined)
  while (!isTime(app)) await new Promise((resolve) => setTimeout(resolve, 2))
  app.close()
  await working
  const again = reopened(app.file)
  await again.ask('staff/sign-in', { staffId: app.staff.manager, pin: app.pins.manager })
  return { again, id: batch.id }
}

test('a run with points and permission that is cut off has given nobody points twice, or without their name', { timeout: 60_000 }, async () => {
  const { again, id } = await clubCutOff((app, batchId) => run(app, batchId), (app) => opened(app) > 0)
  expect(opened(again)).toBe(alive(again))
  expect(alive(again)).toBeLessThan(1_500)
  expect(settings(again), 'the search was cut off at work').not.toBe('4,16,10')
  again.runDue()
  await expect.poll(() => settings(again)).toBe('4,16,10')
  expect((await again.ask('imports/run', { requestId: again.rid(), batchId: id })).counts).toMatchObject({ added: 1_500, failed: 0 })
  expect(owed(again)).toBe(1_500 * 10 + (1_500 * 1_499) / 2)
  expect(settings(again)).toBe('4,16,10')
})

test('and its undo, cut off, ends at nobody and no points', { timeout: 60_000 }, async () => {
  let isRun = false
  const { again, id } = await clubCutOff(async (app, batchId) => {
    await run(app, batchId)
    isRun = true
    return app.ask('imports/undo', { requestId: app.rid(), batchId })
  }, (app) => isRun && alive(app) < 1_500)
  expect(alive(again)).toBeGreaterThan(0)
  await again.ask('imports/undo', { requestId: again.rid(), batchId: id })
  expect([alive(again), owed(again)]).toEqual([0, 0])
})
