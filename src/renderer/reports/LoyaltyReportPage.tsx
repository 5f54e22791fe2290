import { Button, Select } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportEntry } from '../../main/reports/loyalty-lines.sql.ts'
import { call } from '../bridge.ts'
import { useCommands } from '../commands.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import { useFileChip } from '../ui/FileChip.tsx'
import { Locked, Page } from '../ui/Page.tsx'
import { todayIn } from '../ui/read-date.ts'
import { useRights } from '../use-rights.ts'
import { Behind, type BehindAsked } from './Behind.tsx'
import { ByHand } from './ByHand.tsx'
import { DaysView } from './DaysView.tsx'
import { CustomersView, ExpiringView, OwedView, RewardsView, StaffView } from './LinesViews.tsx'
import { LiabilityView } from './LiabilityView.tsx'
import { PeriodPick } from './PeriodPick.tsx'
import styles from './Report.module.css'
import { addDays, type Preset, type Span } from './span.ts'

/** Shows the working-out of one row of the ledger; the loyalty room brings it. */
export type Explainer = (row: ReportEntry, onClose: () => void) => ReactNode
const views = ['days', 'customers', 'staff', 'rewards', 'liability', 'owed', 'expiring', 'by-hand'] as const
type View = (typeof views)[number]
/** What is owed is owed now, whatever the period. */
const ofNow: ReadonlySet<View> = new Set(['liability', 'owed', 'expiring'])

/** What the programme did, day by day or by whom, with the rows of the ledger behind every number. */
export function LoyaltyReportPage({ explain }: { readonly explain: Explainer }) {
  const { t } = useTranslation('report')
  const maySee = useRights()('see-reports') === 'yes'
  const { shop } = useHere()
  const [today] = useState(() => todayIn(shop.timeZone, new Date()))
  const [view, setView] = useState<View>('days')
  const [preset, setPreset] = useState<Preset>('today')
  const [span, setSpan] = useState<Span>({ from: today, to: today })
  const [behind, setBehind] = useState<BehindAsked | null>(null)
  const file = useExport(span)
  const pick = (next: Preset, days: Span) => (setPreset(next), setSpan(days))
  useCommands([{ name: 'export-report', label: t('export'), key: 'Ctrl+E', when: maySee && view === 'days', do: file.run }])
  if (!maySee) return <Page title={t('loyalty-report')}><Locked sentence={t('managers-only')} /></Page>
  return (
    <Page title={t('loyalty-report')} wide actions={view === 'days' && <Button leftSection={<IconFileExport size={20} aria-hidden />} title="Ctrl+E" loading={file.busy} onClick={file.run}>{t('export')}</Button>}>
      <div className={styles['bar']}>
        <Select className={styles['view'] ?? ''} label={t('view')} value={view} allowDeselect={false} data={views.map((value) => ({ value, label: t(`view-${value}`) }))} onChange={(value) => setView(value as View)} />
        {!ofNow.has(view) && <PeriodPick preset={preset} span={span} today={today} onPick={pick} />}
        {view === 'days' && <DaysView.Columns />}
      </div>
      {view === 'days' && <DaysView span={span} onBehind={setBehind} onLast30={() => pick('last-30', { from: addDays(today, -29), to: today })} />}
      {view === 'customers' && <CustomersView span={span} />}
      {view === 'staff' && <StaffView span={span} />}
      {view === 'rewards' && <RewardsView span={span} />}
      {view === 'liability' && <LiabilityView />}
      {view === 'owed' && <OwedView />}
      {view === 'expiring' && <ExpiringView today={today} />}
      {view === 'by-hand' && <ByHand span={span} explain={explain} />}
      {behind && <Behind asked={behind} explain={explain} onClose={() => setBehind(null)} />}
      {file.chip}
    </Page>
  )
}

function useExport(span: Span) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const { run, chip, busy } = useFileChip()
  const make = async () => {
    const { csv, fileName } = await call('reports/loyalty-csv', span)
    return { name: fileName, parts: ['\uFEFF', csv], type: 'text/csv;charset=utf-8' }
  }
  return { chip, busy, run: () => void run({ name: t('exporting', { from: format.day(span.from), to: format.day(span.to) }), make }) }
}
