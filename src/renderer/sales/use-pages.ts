import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Events } from '../../main/events.ts'
import type { Input } from '../../main/handlers.ts'
import type { DeliveryPage } from '../../main/flows/delivery-on-sale.ts'
import type { ItemPage } from '../../main/sales/item.ts'
import type { CustomerSales, SalePage } from '../../main/sales/sale.ts'
import { call, type CallFailed } from '../bridge.ts'
import { listen } from '../use-call.ts'

type Pages = { 'items/by-category': ItemPage; 'sales/list': SalePage; 'sales/deliveries': DeliveryPage; 'sales/of-customer': CustomerSales }
type PagedDoor = keyof Pages
type Row<K extends PagedDoor> = Pages[K]['rows'][number]

/** A long list, page by page: all rows so far, the first answer whole, and `more` while there is more. */
export function usePages<K extends PagedDoor>(name: K, input: Omit<Input<K>, 'page'>, most: number, events: readonly (keyof Events)[]) {
  listen(name, events)
  const asked = useInfiniteQuery<Pages[K], CallFailed, Pages[K][], readonly unknown[], string | null>({
    queryKey: [name, input, most],
    queryFn: ({ pageParam }) => call(name, { ...input, page: { after: pageParam, most } } as unknown as Input<K>) as Promise<Pages[K]>,
    initialPageParam: null,
    getNextPageParam: (last) => last.more,
    select: ({ pages }) => pages,
    placeholderData: (last) => last,
  })
  const rows = useMemo(() => (asked.data ?? []).flatMap((page) => page.rows as readonly Row<K>[]), [asked.data])
  return {
    rows, first: asked.data?.[0], failure: asked.error, pending: asked.isPending, retry: () => void asked.refetch(),
    more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}
