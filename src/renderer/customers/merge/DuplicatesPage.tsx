import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useScanPlace } from '../../scan-place.ts'
import { sayToast } from '../../toasts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { useKeys } from '../../use-keys.ts'
import { useAct } from '../../use-call.ts'
import styles from './merge.module.css'
import { PairTable, type Pair } from './PairTable.tsx'
import { PairView } from './PairView.tsx'
import { SearchLine } from './SearchLine.tsx'
import { usePairs } from './use-pairs.ts'

/** Everyone who may be in the shop's file twice, likeliest first; a pair opens to be merged, denied or put off, and the next one follows. */
export function DuplicatesPage() {
  const { t } = useTranslation('merge')
  const { whole } = useFormat()
  const pairs = usePairs()
  const [opened, open] = useState<Pair | null>(null)
  useScanned(open)
  useKeys({ Escape: () => open(null) }, opened !== null)
  const next = () => {
    const at = pairs.rows.findIndex((pair) => isSame(pair, opened))
    open(pairs.rows[at + 1] ?? pairs.rows.find((pair) => !isSame(pair, opened)) ?? null)
  }
  if (opened) {
    return (
      <Page wide title={t('duplicates')} actions={<Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={20} aria-hidden />} onClick={() => open(null)}>{t('back')}</Button>}>
        <div className={styles['inPage']}><PairView key={`${opened.one.id} ${opened.other.id}`} oneId={opened.one.id} otherId={opened.other.id} onDone={next} /></div>
      </Page>
    )
  }
  return (
    <Page wide title={t('duplicates')} actions={<span className="muted">{pairs.total === null ? '' : t('open-count', { count: pairs.total, shown: whole(pairs.total) })}</span>}>
      <SearchLine />
      {pairs.error && <Failure failure={pairs.error} retry={pairs.retry} />}
      {pairs.total === null && !pairs.error && <Late rows={5} />}
      {pairs.total === 0 && <Empty sentence={t('none')} />}
      {pairs.rows.length > 0 && <PairTable pairs={pairs.rows} onOpen={open} />}
      <MoreRows more={pairs.more} />
    </Page>
  )
}

const isSame = (one: Pair, other: Pair | null): boolean => one.one.id === other?.one.id && one.other.id === other.other.id

/** A card or licence that is scanned here opens the pair its person belongs to. */
function useScanned(open: (pair: Pair) => void): void {
  const { t } = useTranslation('merge')
  const find = useAct(async (customerId: Pair['one']['id'], name: string) => {
    const [pair] = await call('duplicates/of', { customerId })
    if (pair) open(pair)
    else sayToast({ tone: 'note', text: t('no-pair', { name }) })
  })
  useScanPlace({ screen: 'elsewhere', customerId: null, show: (outcome) => outcome.kind === 'customer-shown' && (void find.run(outcome.customerId, outcome.name), true) })
  // Whoever opens the page sees those who are new as well.
  useEffect(() => void call('duplicates/catch-up', {}).catch(() => undefined), [])
}
