import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SaleId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { useSay } from './use-say.ts'

type OfSale = Awaited<ReturnType<typeof ask>>[number]
const ask = (saleIds: SaleId[]) => call('loyalty/of-sales', { saleIds })
const gatherMs = 5
const mostAtOnceRows = 200

let waiting: { readonly saleIds: Set<SaleId>; readonly answer: Promise<ReadonlyMap<SaleId, OfSale>> } | null = null
/** The rows of a page ask one after another within a moment: main is asked once for all of them. */
function together(saleId: SaleId): Promise<ReadonlyMap<SaleId, OfSale>> {
  if (!waiting || waiting.saleIds.size >= mostAtOnceRows) {
    const saleIds = new Set<SaleId>()
    const answer = new Promise((go) => void window.setTimeout(go, gatherMs)).then(() => {
      if (waiting?.saleIds === saleIds) waiting = null
      return ask([...saleIds])
    }).then((rows) => new Map(rows.map((row) => [row.saleId, row])))
    waiting = { saleIds, answer }
  }
  waiting.saleIds.add(saleId)
  return waiting.answer
}

/** What a sale brought, and what was spent on it: +17 −100. Nothing where it moved no points. */
export function SalePoints({ saleId }: { readonly saleId: SaleId }) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const { data } = useQuery({ queryKey: ['loyalty/of-sales', saleId], queryFn: async () => (await together(saleId)).get(saleId) ?? null, meta: { events: ['points-changed', 'sales-changed'] } })
  if (!data || (data.earned === 0 && data.spent === 0)) return null
  return (
    <span className="numbers" title={t('points-word')}>
      {data.earned !== 0 && <span>{say.moved(data.earned)}</span>}{data.earned !== 0 && data.spent !== 0 && ' '}
      {data.spent !== 0 && <span>{say.moved(0 - data.spent)}</span>}<span className="spoken-only"> {t('points-word')}</span>
    </span>
  )
}
