import { Button } from '@mantine/core'
import { IconGitMerge, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'
import styles from './merge.module.css'
import { MergeDialog } from './MergeDialog.tsx'
import { useMergeText } from './merge-text.ts'
import { useUnmerge } from './use-unmerge.ts'

const events = ['customer-changed', 'customers-changed', 'duplicates-found'] as const

/** Above a profile: who may be the same person, and which records are part of this one by now. */
export function SameRecord({ customerId }: { readonly customerId: CustomerId }) {
  const likely = useAsk('duplicates/of', { customerId }, events)
  const merges = useAsk('customers/merges', { customerId }, events)
  return (
    <>
      {likely.data?.slice(0, 1).map((pair) => <LikelyPair key={`${pair.one.id} ${pair.other.id}`} pair={pair} customerId={customerId} />)}
      {merges.data?.map((merge) => <Part key={merge.mergeId} merge={merge} />)}
    </>
  )
}

type Pair = NonNullable<ReturnType<typeof useAsk<'duplicates/of'>>['data']>[number]
function LikelyPair({ pair, customerId }: { readonly pair: Pair; readonly customerId: CustomerId }) {
  const { t } = useTranslation('merge')
  const { whyText } = useMergeText()
  const [opened, open] = useState(false)
  const other = pair.one.id === customerId ? pair.other : pair.one
  const isOnline = pair.one.source === 'catalog' || pair.other.source === 'catalog'
  return (
    <div className={styles['banner']} role="note">
      <IconUsers size={20} aria-hidden />
      <span>{t('banner', { name: other.displayName, code: other.code })} <span className="muted">{whyText(pair.why)}</span></span>
      <Button variant={isOnline ? 'filled' : 'default'} onClick={() => open(true)}>{isOnline ? t('keep-online') : t('compare')}</Button>
      {opened && <MergeDialog oneId={pair.one.id} otherId={pair.other.id} onClose={() => open(false)} />}
    </div>
  )
}

type Merge = NonNullable<ReturnType<typeof useAsk<'customers/merges'>>['data']>[number]
/** "Includes POS-000133, Unmerge until 21 Dec". */
function Part({ merge }: { readonly merge: Merge }) {
  const { t } = useTranslation('merge')
  const { date } = useFormat()
  const unmerge = useUnmerge()
  return (
    <div className={styles['banner']} role="note">
      <IconGitMerge size={20} aria-hidden />
      <span>{t('includes', { code: merge.code, name: merge.name })} <span className="muted">{merge.undoUntil === null ? t('for-good') : t('until', { day: date(merge.undoUntil) })}</span></span>
      {merge.undoUntil !== null && merge.first && <Button variant="default" loading={unmerge.busy} onClick={() => void unmerge.run(merge.mergeId, merge.name)}>{t('unmerge')}</Button>}
    </div>
  )
}
