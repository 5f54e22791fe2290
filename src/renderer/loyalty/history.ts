import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, type CallFailed } from '../bridge.ts'
import { useAsk } from '../use-call.ts'
import { useTerms } from './use-points.ts'

export type HistoryRow = Output<'loyalty/history'>['rows'][number]
type Kinds = Input<'loyalty/history'>['kinds']
export type Filter = 'all' | 'earned' | 'used' | 'by-hand'
const kindsOf: Readonly<Record<Filter, Kinds>> = {
  all: [], earned: ['earn', 'reverse', 'void', 'sign-up', 'birthday', 'tier-bonus', 'post'], used: ['redeem', 'expire', 'restore'], 'by-hand': ['adjust', 'waive', 'opening', 'transfer'],
}
const perPageRows = 50
const mostByHandRows = 200

/** Someone's ledger, newest first, page by page. */
export function useHistory(customerId: CustomerId, filter: Filter) {
  const asked = useInfiniteQuery<Output<'loyalty/history'>, CallFailed, Output<'loyalty/history'>[], readonly unknown[], number | null>({
    queryKey: ['loyalty/history', 'pages', customerId, filter],
    queryFn: ({ pageParam }) => call('loyalty/history', { customerId, kinds: kindsOf[filter], before: pageParam, most: perPageRows }),
    initialPageParam: null,
    getNextPageParam: (last) => last.more,
    select: ({ pages }) => pages,
    meta: { events: ['points-changed'] },
  })
  const rows = useMemo(() => (asked.data ?? []).flatMap((page) => page.rows), [asked.data])
  return { rows, failure: asked.error, pending: asked.isPending, retry: () => void asked.refetch(), more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null }
}

const nobody = { rows: [], isWhole: true } as const
/** Points that somebody added, took away or forgave by hand, the newest 200; undefined while they are asked for. None where the programme is off. */
export function useByHand(customerId: CustomerId): { readonly rows: readonly HistoryRow[]; readonly isWhole: boolean } | undefined {
  const terms = useTerms()
  const { data, error } = useAsk('loyalty/history', { customerId, kinds: ['adjust', 'waive'], before: null, most: mostByHandRows }, ['points-changed'], { enabled: terms?.on === true })
  if (error || terms?.on === false) return nobody
  return data && { rows: data.rows, isWhole: data.more === null }
}

const usual = new Set(['goodwill', 'missed-sale', 'correction', 'promotion', 'other', 'sale-moved', 'referral', 'review'])

/** What a row is, in words; a change by hand is named by its direction. */
export function useKind() {
  const { t } = useTranslation('loyalty')
  return ({ kind, points }: Pick<HistoryRow, 'kind' | 'points'>): string => (kind === 'adjust' ? t(points < 0 ? 'kind-removed' : 'kind-added') : t(`kind-${kind}`))
}
/** Why, where someone said so: the usual reasons in the language on screen, with what was noted. */
export function useReason() {
  const { t } = useTranslation('loyalty')
  return ({ reason, note }: Pick<HistoryRow, 'reason' | 'note'>): string => [usual.has(reason) ? t(`reason-${reason}`) : reason, note].filter(Boolean).join(': ')
}
