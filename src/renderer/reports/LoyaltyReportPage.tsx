import { Button, Select } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportEntry } from '../../main/reports/loyalty-lines.sql.ts'
import type { PlainDate } from '../../main/vocabulary.ts'
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
import { CardUseView } from './CardUseView.tsx'
import { DaysView } from './DaysView.tsx'
import { FilterPick } from './FilterPick.tsx'
import { CustomersView, ExpiringView, OwedView, RewardsView, StaffView } from './LinesViews.tsx'
import { LiabilityView } from './LiabilityView.tsx'
import { MembersView } from './MembersView.tsx'
import { MultipliersView, RepeatView, TierMovesView } from './MemberLines.tsx'
import { PeriodPick } from './PeriodPick.tsx'
import { ReconciliationView } from './ReconciliationView.tsx'
import styles from './Report.module.css'
import { addDays, type Asked, type Filter, type Preset, type Span } from './span.ts'

/** Shows the working-out of one row of the ledger; the loyalty room brings it. */
export type Explainer = (row: ReportEntry, onClose: () => void) => ReactNode
const views = ['days', 'customers', 'staff', 'rewards', 'multipliers', 'members', 'repeat', 'tier-moves', 'by-hand', 'liability', 'expiring', 'owed', 'cards', 'reconciliation'] as const
type View = (typeof views)[number]
/** What is owed is owed now, whatever the period. */
const ofNow: ReadonlySet<View> = new Set(['liability', 'owed', 'expiring', 'cards', 'reconciliation'])
/** Where a till or a name picks rows out. */
const byTill: ReadonlySet<View> = new Set(['days', 'customers', 'staff', 'rewards', 'multipliers', 'members', 'repeat', 'by-hand'])
const byName: ReadonlySet<View> = new Set(['days', 'customers', 'staff', 'rewards', 'multipliers', 'members', 'tier-moves', 'by-hand', 'owed', 'cards'])

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
  const [filter, setFilter] = useState<Filter>({ registerId: null, text: '' })
  const asked = { ...span, ...filter }
  const file = useExport(view, pickedOf(view, asked))
  const pick = (next: Preset, days: Span) => (setPreset(next), setSpan(days))
  useCommands([{ name: 'export-report', label: t('export'), key: 'Ctrl+E', when: maySee && view !== 'reconciliation', do: file.run }])
  if (!maySee) return <Page title={t('loyalty-report')}><Locked sentence={t('managers-only')} /></Page>
  return (
    <Page title={t('loyalty-report')} wide actions={view !== 'reconciliation' && <Button leftSection={<IconFileExport size={20} aria-hidden />} title="Ctrl+E" loading={file.busy} onClick={file.run}>{t('export')}</Button>}>
      <div className={styles['bar']}>
        <Select className={styles['view'] ?? ''} label={t('view')} value={view} allowDeselect={false} data={views.map((value) => ({ value, label: t(`view-${value}`) }))} onChange={(value) => setView(value as View)} />
        {!ofNow.has(view) && <PeriodPick preset={preset} span={span} today={today} onPick={pick} />}
        <FilterPick filter={filter} onPick={setFilter} till={byTill.has(view)} name={byName.has(view)} />
        {view === 'days' && <DaysView.Columns />}
      </div>
      <ViewOf view={view} asked={asked} today={today} explain={explain} onBehind={setBehind} onLast30={() => pick('last-30', { from: addDays(today, -29), to: today })} />
      {behind && <Behind behind={behind} explain={explain} onClose={() => setBehind(null)} />}
      {file.chip}
    </Page>
  )
}

/** A till or a name that the view does not pick by is left out of what it asks. */
const pickedOf = (view: View, all: Asked): Asked => ({ ...all, registerId: byTill.has(view) ? all.registerId : null, text: byName.has(view) ? all.text : '' })

type ViewProps = { readonly view: View; readonly asked: Asked; readonly today: PlainDate; readonly explain: Explainer; readonly onBehind: (asked: BehindAsked) => void; readonly onLast30: () => void }
function ViewOf({ view, asked: all, today, explain, onBehind, onLast30 }: ViewProps) {
  const asked = pickedOf(view, all)
  switch (view) {
    case 'days': return <DaysView asked={asked} onBehind={onBehind} onLast30={onLast30} />
    case 'customers': return <CustomersView asked={asked} />
    case 'staff': return <StaffView asked={asked} />
    case 'rewards': return <RewardsView asked={asked} onBehind={onBehind} />
    case 'multipliers': return <MultipliersView asked={asked} />
    case 'members': return <MembersView asked={asked} />
    case 'repeat': return <RepeatView asked={asked} />
    case 'tier-moves': return <TierMovesView asked={asked} />
    case 'by-hand': return <ByHand asked={asked} explain={explain} />
    case 'liability': return <LiabilityView />
    case 'expiring': return <ExpiringView today={today} />
    case 'owed': return <OwedView text={asked.text} />
    case 'cards': return <CardUseView text={asked.text} />
    case 'reconciliation': return <ReconciliationView />
  }
}

/** The view as a file, with all of its rows. */
function useExport(view: View, asked: Asked) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const { run, chip, busy } = useFileChip()
  const make = async () => {
    const { csv, fileName } = view === 'days' || view === 'reconciliation' ? await call('reports/loyalty-csv', asked) : await call('reports/view-csv', { ...asked, view })
    return { name: fileName, parts: ['\uFEFF', csv], type: 'text/csv;charset=utf-8' }
  }
  return { chip, busy, run: () => void run({ name: ofNow.has(view) ? t(`view-${view}`) : t('exporting', { from: format.day(asked.from), to: format.day(asked.to) }), make }) }
}
