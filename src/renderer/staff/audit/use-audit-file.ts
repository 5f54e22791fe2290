import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { AuditRow } from '../../../main/staff/staff.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { csvRow, utf8Mark } from '../../ui/csv.ts'
import type { MadeFile, Making } from '../../ui/FileChip.tsx'
import type { Filters } from './AuditFilters.tsx'
import { useAboutWords, useFieldWords, useKindWords, useReasonWords, useValueWords } from './say-facts.ts'

const rowsAtOnce = 1_000
type Begun = Output<'staff/audit-file'>

/** Makes a file of every line that is filtered for, in the words of whoever asks: page by page, so that nothing waits for a million of them, and it can be stopped. */
export function useAuditFile(): (filters: Filters, making: Making) => Promise<MadeFile> {
  const { t } = useTranslation('audit')
  const { whole } = useFormat()
  const [heads, say] = [useHeads(), useSayRow()]
  return async (filters, { heard, signal }) => {
    const begun = await call('staff/audit-file', { requestId: newRequestId(), ...filters })
    const pieces: Blob[] = [new Blob([utf8Mark + csvRow(heads, begun.separator)])]
    let done = 0
    for await (const rows of pagesOf(filters, begun, signal)) {
      pieces.push(new Blob([rows.map((row) => csvRow(say(row), begun.separator)).join('')]))
      done += rows.length
      heard(t('rows-of', { done: whole(done), total: whole(begun.rows) }))
    }
    return { name: `${t('file-name').toLocaleLowerCase()}-${begun.day}.csv`, parts: pieces, type: 'text/csv;charset=utf-8' }
  }
}

async function* pagesOf(filters: Filters, { before }: Begun, signal: AbortSignal): AsyncGenerator<readonly AuditRow[]> {
  for (let from: number | null = before; from !== null && !signal.aborted;) {
    const { rows, more }: Output<'staff/audit'> = await call('staff/audit', { before: from, most: rowsAtOnce, ...filters })
    yield rows
    from = more ? (rows.at(-1)?.seq ?? null) : null
  }
}

function useHeads(): string[] {
  const { t } = useTranslation(['audit', 'office'])
  return [t('col-number'), t('office:when'), t('office:who'), t('till'), t('office:what'), t('col-about'), t('col-approved'), t('office:outcome'), t('col-reason'), t('office:before'), t('office:after')]
}

function useSayRow(): (row: AuditRow) => string[] {
  const { t } = useTranslation(['audit', 'office', 'refusals'])
  const { dateTime } = useFormat()
  const [kind, about, reason, facts] = [useKindWords(), useAboutWords(), useReasonWords(), useSayFacts()]
  return (row) => [
    String(row.seq), dateTime(row.at), row.staffName ?? t('office:nobody'), row.tillName ?? '', kind(row.kind), about(row) ?? '', row.approvedByName ?? '',
    row.outcome === 'done' ? t('office:done') : t('office:refused-why', { why: t(`office:outcome-${row.outcome}`, { defaultValue: row.outcome }) }), reason(row), facts(row.before), facts(row.after),
  ]
}

/** `First name: Ana; Discount: 5 %`, as the details of a line say it. */
function useSayFacts(): (facts: string | null) => string {
  const [field, value] = [useFieldWords(), useValueWords()]
  return (facts) => {
    const read: unknown = facts === null ? {} : JSON.parse(facts)
    const entries = typeof read === 'object' && read !== null && !Array.isArray(read) ? Object.entries(read) : [['', read] as const]
    return entries.map(([name, said]) => [name === '' ? '' : field(name), value(name, said)].filter((part) => part !== '').join(': ')).join('; ')
  }
}
