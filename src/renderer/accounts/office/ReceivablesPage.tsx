import { Button, Select, TextInput } from '@mantine/core'
import { IconFileDownload, IconSearch } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { useFileChip } from '../../ui/FileChip.tsx'
import { Locked, Page } from '../../ui/Page.tsx'
import { useRights } from '../../use-rights.ts'
import styles from '../Accounts.module.css'
import { ReceivablesTable } from './ReceivablesTable.tsx'
import { Takings } from './Takings.tsx'
import { VerifyAccounts } from './VerifyAccounts.tsx'

export type Asked = Input<'accounts/receivables-csv'>
const filters = ['owing', 'overdue', 'over-limit', 'in-credit', 'all'] as const
const pauseMs = 200

/** Receivables: everyone who owes, by the age of it, with the totals of all; and the money of the day. */
export function ReceivablesPage({ onOpen }: { readonly onOpen: (customerId: CustomerId) => void }) {
  const { t } = useTranslation('accounts')
  const may = useRights()
  const [filter, setFilter] = useState<Asked['filter']>('owing')
  const [sort, setSort] = useState<Asked['sort']>('balance')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, pauseMs)
  const { run, chip, busy } = useFileChip()
  if (may('see-reports') !== 'yes') return <Page title={t('receivables')}><Locked sentence={t('receivables-locked')} /></Page>
  const asked: Asked = { filter, sort, text }
  const name = `${t('receivables-file')}.csv`
  const toFile = () => void run({ name, make: async () => ({ name, parts: [`\uFEFF${(await call('accounts/receivables-csv', asked)).csv}`], type: 'text/csv' }) })
  return (
    <Page title={t('receivables')} wide>
      <div className={styles['bar']}>
        <Select label={t('show')} value={filter} allowDeselect={false} data={filters.map((value) => ({ value, label: t(`filter-${value}`) }))} onChange={(next) => next && setFilter(next as Asked['filter'])} />
        <TextInput label={t('find')} leftSection={<IconSearch size={18} aria-hidden />} value={typed} maxLength={80} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button className={styles['push'] ?? ''} variant="default" leftSection={<IconFileDownload size={20} aria-hidden />} loading={busy} onClick={toFile}>{t('export')}</Button>
      </div>
      <ReceivablesTable key={JSON.stringify(asked)} asked={asked} onSort={setSort} onOpen={onOpen} />
      <Takings />
      {may('see-audit') === 'yes' && <VerifyAccounts />}
      {chip}
    </Page>
  )
}
