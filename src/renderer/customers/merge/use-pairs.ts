import { useInfiniteQuery } from '@tanstack/react-query'
import { call, type CallFailed } from '../../bridge.ts'
import { listen } from '../../use-call.ts'
import type { Output } from '../../../main/handlers.ts'

type Page = Output<'duplicates/list'>
const atOnce = 50

/** The list of likely pairs, a page at a time; they appear as they are found. */
export function usePairs() {
  listen('duplicates/list', ['duplicates-found', 'customers-changed', 'customer-changed'])
  const asked = useInfiniteQuery<Page, CallFailed, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: ['duplicates/list', 'pages'], queryFn: ({ pageParam }) => call('duplicates/list', { after: pageParam, most: atOnce }), initialPageParam: null, getNextPageParam: ({ more }) => more,
  })
  const pages = asked.data?.pages ?? []
  return {
    rows: pages.flatMap(({ rows }) => rows), total: pages[0]?.total ?? null, error: asked.data ? null : asked.error, retry: () => void asked.refetch(),
    more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}
