import { expect, test } from 'vitest'
import { freshApp } from '../../harness/app.ts'

test('a vote on a help page is kept once per till, and a second thought changes nothing', async () => {
  const app = await freshApp()
  expect(await app.ask('help/votes', {})).toEqual([])
  await app.ask('help/vote', { article: 'create', helpful: true })
  expect(await app.ask('help/vote', { article: 'create', helpful: false })).toEqual([{ article: 'create', helpful: true }])
  expect(app.bugs).toEqual([])
})
