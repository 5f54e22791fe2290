import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../main/handlers.ts'
import type { CustomerId, RequestId } from '../../../main/vocabulary.ts'
import { call, CallFailed, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { useAct } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import { rowsAtOnce, usePages } from './use-pages.ts'

type Page = Output<'approvals/list'>
export type WaitingRow = Page['rows'][number]
type Decision = Input<'approvals/decide'>['decision']

/** Who waits, who of them is ticked, and the two acts on those; both can be undone for ten seconds, before anyone is told. */
export function useApprovals(only: CustomerId | null) {
  const { t } = useTranslation('groups')
  const list = usePages<Page, string>(['approvals/list', only], (after) => call('approvals/list', { groupId: null, customerId: only, after, most: rowsAtOnce }))
  const [chosen, setChosen] = useState<ReadonlySet<CustomerId>>(new Set())
  const rows = list.pages.flatMap((page) => page.rows)
  const ticked = new Set(rows.map(({ id }) => id).filter((id) => chosen.has(id)))
  const act = useAct(async (decision: Decision, reason: string) => {
    const [requests, decided] = await decideAll([...ticked], decision, reason)
    setChosen(new Set())
    sayToast({ tone: 'done', text: t(decision === 'approved' ? 'approved-done' : 'denied-done', { count: decided }), undo: () => void takeBack(requests) })
  })
  const tick = (id: CustomerId) => setChosen(ticked.has(id) ? new Set([...ticked].filter((each) => each !== id)) : new Set([...ticked, id]))
  return {
    list, rows, ticked, tick, busy: act.busy, decide: act.run, clear: () => setChosen(new Set()),
    tickAll: () => setChosen(ticked.size === rows.length ? new Set() : new Set(rows.map(({ id }) => id))),
    waiting: list.pages[0]?.waiting, more: list.next,
    everyone: useAct(async () => {
      let all = await list.fetchNextPage()
      while (all.hasNextPage) all = await all.fetchNextPage()
      setChosen(new Set(all.data?.pages.flatMap((page) => page.rows.map(({ id }) => id))))
    }),
  }
}

const atOnce = 50
async function decideAll(ids: readonly CustomerId[], decision: Decision, reason: string): Promise<readonly [RequestId[], number]> {
  const requests: RequestId[] = []
  let decided = 0
  for (let from = 0; from < ids.length; from += atOnce) {
    const requestId = newRequestId()
    decided += (await call('approvals/decide', { requestId, ids: ids.slice(from, from + atOnce), decision, reason })).decided
    requests.push(requestId)
  }
  return [requests, decided]
}

/** An undo outlives the page it was offered on, so it says its own failure. */
async function takeBack(requests: readonly RequestId[]): Promise<void> {
  try {
    for (const decisions of requests) await call('approvals/undo', { requestId: newRequestId(), decisions })
  } catch (error) {
    sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) })
  }
}
