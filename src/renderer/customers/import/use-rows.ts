import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ImportRow } from '../../../main/customers/import.ts'
import type { BatchId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import type { Filter } from './use-batch.ts'

const pageRows = 100
const rowsAhead = 20

/** The rows around what is looked at, a hundred at a time: a million scroll as easily as ten. */
export function useRows(batchId: BatchId, only: Filter) {
  const [range, setRange] = useState({ first: 0, last: 0 })
  const first = Math.floor(Math.max(0, range.first - rowsAhead) / pageRows)
  const last = Math.floor((range.last + rowsAhead) / pageRows)
  const pages = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['imports/rows', { batchId, only, page }],
      queryFn: () => call('imports/rows', { batchId, only, from: page * pageRows, most: pageRows }),
    })),
  })
  const rowAt = (index: number): ImportRow | undefined => answers[Math.floor(index / pageRows) - first]?.data?.rows[index % pageRows]
  const look = useCallback((from: number, to: number) => setRange((now) => (now.first === from && now.last === to ? now : { first: from, last: to })), [])
  return { rowAt, look }
}
