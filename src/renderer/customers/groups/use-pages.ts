import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { CallFailed } from '../../bridge.ts'

/** So many rows are asked for at a time. */
export const rowsAtOnce = 200
/** Who waits and who subscribed change with any customer. */
const heard = ['customers-changed', 'customer-changed']

/** A list of any length, a page at a time: `next` is null at its end and while a page is under way. */
export function usePages<P extends { readonly more: C | null }, C>(key: readonly unknown[], ask: (from: C | null) => Promise<P>) {
  const found = useInfiniteQuery<P, CallFailed, { pages: P[] }, readonly unknown[], C | null>({
    queryKey: key, initialPageParam: null, meta: { events: heard }, placeholderData: keepPreviousData, queryFn: ({ pageParam }) => ask(pageParam as C | null), getNextPageParam: (last) => last.more,
  })
  return { ...found, pages: found.data?.pages ?? [], next: found.hasNextPage && !found.isFetching ? () => void found.fetchNextPage() : null }
}
