import { expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { loyaltyShop, ticket, type LoyaltyShop } from './shop.ts'

// market N6: redeem 500 asks, 50 does not; the shop chooses none, card, last 4 and birthday, SMS code, or security answer.

const claim = (shop: LoyaltyShop, points: number, proof: Input<'loyalty/claim'>['proof'] = null) =>
  shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: points as never, lineId: null, proof })
const setAnswer = async (shop: LoyaltyShop, customerId: CustomerId, question: string, answer: string, signed = false) =>
  shop.ask('loyalty/set-security', { requestId: shop.rid(), customerId, question, answer, approvalId: signed ? await ticket(shop, 'adjust-points', `security/${customerId}`) : null })
const answer = (text: string) => ({ kind: 'security-answer' as const, answer: text })

async function shopWith(check: 'security-answer' | 'sms-code' | 'none') {
  const shop = await loyaltyShop({ redemption: { check, checkAbove: 200, minimum: 50 } })
  const ana = await shop.member('Ana', { phones: [{ typed: '514 555 0142', kind: 'mobile' }], language: 'fr' })
  await shop.adjust(ana, 500)
  await shop.fill(ana, { sixty: 1 })
  return { shop, ana }
}

test('redeeming 500 asks for the security answer, 50 does not; case, accents and spaces of the answer do not count', async () => {
  const { shop, ana } = await shopWith('security-answer')
  await expect(claim(shop, 500)).rejects.toMatchObject({ code: 'proof-needed', facts: { how: 'security-answer', above: 200, question: null } })
  expect(await setAnswer(shop, ana, 'Première école?', 'Saint-Éloi')).toMatchObject({ question: 'Première école?' })
  await expect(claim(shop, 500)).rejects.toMatchObject({ code: 'proof-needed', facts: { question: 'Première école?' } })
  await expect(claim(shop, 500, answer('Saint Paul'))).rejects.toMatchObject({ code: 'proof-wrong', facts: { left: 4 } })
  await claim(shop, 500, answer(' saint eloi '))
  await shop.pay()
  await shop.adjust(ana, 50)
  await shop.fill(ana, { bag: 1 })
  await claim(shop, 50)
})

test('five wrong answers in a row lock the question for a quarter of an hour, right ones too; each wrong one is written down', async () => {
  const { shop, ana } = await shopWith('security-answer')
  await setAnswer(shop, ana, 'First pet?', 'Misty')
  for (let wrong = 0; wrong < 4; wrong++) await expect(claim(shop, 500, answer('nobody'))).rejects.toMatchObject({ code: 'proof-wrong' })
  await expect(claim(shop, 500, answer('nobody'))).rejects.toMatchObject({ code: 'proof-locked' })
  await expect(claim(shop, 500, answer('Misty'))).rejects.toMatchObject({ code: 'proof-locked' })
  shop.clock.skip(15 * 60_000 + 1_000)
  await claim(shop, 500, answer('Misty'))
  await shop.signIn('manager')
  expect((await shop.ask('staff/audit', { before: null, most: 20, kind: 'points-check', staffId: null })).rows).toHaveLength(5)
})

test('the first answer is free to set, another takes a manager\'s PIN, and nowhere in the file stands the answer', async () => {
  const { shop, ana } = await shopWith('security-answer')
  await setAnswer(shop, ana, 'First pet?', 'Quixotical')
  await expect(setAnswer(shop, ana, 'First pet?', 'Rex')).rejects.toMatchObject({ code: 'needs-approval', facts: { right: 'adjust-points', target: `security/${ana}` } })
  await expect(setAnswer(shop, ana, '', '')).rejects.toMatchObject({ code: 'needs-approval' })
  await expect(setAnswer(shop, ana, 'First pet?', '?')).rejects.toMatchObject({ code: 'answer-too-short' })
  const tables = shop.core.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL AND name NOT LIKE 'find_%'").pluck().all() as string[]
  const everything = tables.map((name) => JSON.stringify(shop.core.db.prepare(`SELECT * FROM "${name}"`).all())).join('').toLowerCase()
  expect(everything).toContain('first pet?')
  expect(everything).not.toContain('quixotical')
  await setAnswer(shop, ana, '', '', true)
  expect(await shop.ask('loyalty/security', { customerId: ana })).toEqual({ question: null, setAt: null })
})

test('an answer proves its own customer, not another one who stands on the cart meanwhile', async () => {
  const { shop, ana } = await shopWith('security-answer')
  const bea = await shop.member('Bea')
  await shop.adjust(bea, 400)
  await setAnswer(shop, ana, 'First pet?', 'Misty')
  await shop.ask('sales/attach-customer', { requestId: shop.rid(), customerId: bea })
  await expect(claim(shop, 300, answer('Misty'))).rejects.toMatchObject({ code: 'proof-wrong' })
})

/** A provider that keeps what it was to send. */
function provider(shop: LoyaltyShop, fails = false) {
  const sent: { to: string; text: string }[] = []
  Object.assign(shop.core, { ports: { ...shop.core.ports, sendText: (to: string, text: string) => (fails ? Promise.reject(new Error('down')) : Promise.resolve(void sent.push({ to, text }))) } })
  return { sent, code: () => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '' }
}
const code = (text: string) => ({ kind: 'sms-code' as const, code: text })
const askCode = (shop: LoyaltyShop, customerId: CustomerId) => shop.ask('loyalty/send-code', { requestId: shop.rid(), customerId })

test('where no provider is set up, the SMS code cannot be chosen and nothing is sent', async () => {
  const { shop, ana } = await shopWith('none')
  await shop.signIn('owner')
  expect((await shop.ask('loyalty/programs', {})).canSendTexts).toBe(false)
  await expect(shop.rules({ redemption: { check: 'sms-code' } })).rejects.toMatchObject({ code: 'sms-not-set-up', facts: { field: 'redemption.check' } })
  await expect(askCode(shop, ana)).rejects.toMatchObject({ code: 'sms-not-set-up' })
})

async function shopWithTexts(fails = false) {
  const { shop, ana } = await shopWith('none')
  const texts = provider(shop, fails)
  await shop.signIn('owner')
  await shop.rules({ redemption: { check: 'sms-code', checkAbove: 200, minimum: 50 } })
  await shop.signIn('cashier')
  return { shop, ana, texts }
}

test('a code of six digits goes to the customer\'s phone in their language, holds once, and the outbox keeps the message without it', async () => {
  const { shop, ana, texts } = await shopWithTexts()
  await expect(claim(shop, 500)).rejects.toMatchObject({ code: 'proof-needed', facts: { how: 'sms-code' } })
  expect(await askCode(shop, ana)).toMatchObject({ to: '••• 42' })
  expect(texts.sent[0]).toMatchObject({ to: '+15145550142', text: expect.stringContaining('votre code est') })
  await claim(shop, 250, code(texts.code()))
  await expect(claim(shop, 250, code(texts.code()))).rejects.toMatchObject({ code: expect.stringMatching(/proof-wrong|reward-refused/) })
  const kept = JSON.stringify(shop.core.db.prepare('SELECT * FROM outbox').all()) + JSON.stringify(shop.core.db.prepare('SELECT * FROM loyalty_codes').all())
  expect(kept).toContain('points-code')
  expect(kept).not.toContain(texts.code())
})

test('a code is dead after five minutes or five wrong tries, and three are sent in a quarter of an hour at most', async () => {
  const { shop, ana, texts } = await shopWithTexts()
  await askCode(shop, ana)
  const wrong = texts.code() === '000000' ? '000001' : '000000'
  for (let tries = 4; tries >= 0; tries--) await expect(claim(shop, 500, code(wrong))).rejects.toMatchObject({ code: 'proof-wrong', facts: { left: tries } })
  await expect(claim(shop, 500, code(texts.code()))).rejects.toMatchObject({ code: 'proof-wrong' })
  await askCode(shop, ana)
  shop.clock.skip(5 * 60_000 + 1_000)
  await expect(claim(shop, 500, code(texts.code()))).rejects.toMatchObject({ code: 'proof-wrong' })
  await askCode(shop, ana)
  await expect(askCode(shop, ana)).rejects.toMatchObject({ code: 'codes-too-often' })
  await claim(shop, 500, code(texts.code()))
})

test('a message that does not leave is told, and stands in the outbox as failed; who has no phone cannot be asked so', async () => {
  const { shop, ana } = await shopWithTexts(true)
  await expect(askCode(shop, ana)).rejects.toMatchObject({ code: 'sms-failed' })
  expect(shop.core.db.prepare('SELECT state FROM outbox').pluck().get()).toBe('failed')
  await expect(askCode(shop, await shop.member('Bea'))).rejects.toMatchObject({ code: 'no-phone' })
})
