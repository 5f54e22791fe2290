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

test('a run that is cut off leaves whole customers only, says so, and is finished where it stood', async () => {
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

test('or it is taken back to the last customer', async () => {
  const { app, id } = await cutOff((open, batchId) => run(open, batchId), (customers) => customers > 0)
  const before = howMany(app)
  expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: id })).toMatchObject({ removed: before, keptCount: 0 })
  expect(howMany(app)).toBe(0)
})

test('an undo that is cut off is undone to the end later', async () => {
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

test('a file that was being read when the power went is read anew', async () => {
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
