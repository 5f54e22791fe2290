import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { CustomerRow } from '../../main/customers/customer.ts'
import { call } from '../bridge.ts'
import { listen, useAsk } from '../use-call.ts'
import { blocksFor } from './people-list.ts'

const rowsAhead = 20
const changed = ['customers-changed', 'customer-changed'] as const

/** Everyone by the alphabet, fetched in runs of fifty around what is looked at, so that 100,000 open as fast as ten. */
export function usePeople(inactive: boolean) {
  const counts = useAsk('customers/letters', { inactive }, changed, { keepLast: true })
  const letters = useMemo(() => counts.data ?? [], [counts.data])
  const [range, setRange] = useState({ first: 0, last: 0 })
  const blocks = useMemo(() => blocksFor(letters, Math.max(0, range.first - rowsAhead), range.last + rowsAhead), [letters, range])
  listen('customers/page', [...changed, 'points-changed'])
  const answers = useQueries({
    queries: blocks.map(({ letter, skip, most }) => ({
      queryKey: ['customers/page', { letter, skip, most, inactive }],
      queryFn: () => call('customers/page', { after: null, most, letter, skip, inactive }),
    })),
  })
  const rows = new Map<number, CustomerRow>()
  blocks.forEach((block, at) => answers[at]?.data?.rows.forEach((row, offset) => rows.set(block.start + offset, row)))
  const look = useCallback((first: number, last: number) => setRange((now) => (now.first === first && now.last === last ? now : { first, last })), [])
  return { letters, at: range.first, total: letters.reduce((sum, { count }) => sum + count, 0), rowAt: (place: number) => rows.get(place), look, counts }
}
export type People = ReturnType<typeof usePeople>
