import { expect, test } from 'vitest'
import { freshApp } from '../../harness/app.ts'

test('a vote on a help page is kept once per till, and a second thought changes nothing', async () => {
  const { ask, bugs } = await freshApp()
  expect(await ask('help/votes', {})).toEqual([])
  await ask('help/vote', { article: 'create', helpful: true })
  expect(await ask('help/vote', { article: 'create', helpful: false })).toEqual([{ article: 'create', helpful: true }])
  expect(bugs).toEqual([])
})
