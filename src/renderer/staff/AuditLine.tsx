import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../main/staff/staff.ts'
import { useFormat } from '../format.ts'
import styles from './AuditPage.module.css'

/** A kind of entry in words; one that has none yet is shown as it is written, without its dashes. */
export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation('office')
  return useCallback((kind) => t(`kind-${kind}`, { defaultValue: kind.replaceAll('-', ' ') }), [t])
}

/** One entry, with its details folded away. */
export function AuditLine({ row, till }: { readonly row: AuditRow; readonly till: string | undefined }) {
  const { t } = useTranslation('office')
  const { dateTime } = useFormat()
  const sayKind = useKindWords()
  const [opened, open] = useState(false)
  const done = row.outcome === 'done'
  return (
    <>
      <tr data-opened={opened}>
        <td className="numbers">{dateTime(row.at)}</td>
        <td>{row.staffName ?? t('nobody')}{till && <span className={styles['till']}>{till}</span>}</td>
        <td>{row.targetName ? t('kind-of', { kind: sayKind(row.kind), name: row.targetName }) : sayKind(row.kind)}{row.approvedByName && <span className={styles['till']}>{t('approved-by', { name: row.approvedByName })}</span>}</td>
        <td><Outcome done={done} code={row.outcome} /></td>
        <td className={styles['act']}><Button variant="subtle" aria-expanded={opened} onClick={() => open(!opened)}>{opened ? t('hide-details') : t('details')}</Button></td>
      </tr>
      {opened && <tr className={styles['details']}><td colSpan={5}><Details row={row} /></td></tr>}
    </>
  )
}

function Outcome({ done, code }: { readonly done: boolean; readonly code: string }) {
  const { t } = useTranslation(['office', 'refusals'])
  if (done) return <span className={styles['done']}><IconCheck size={16} aria-hidden />{t('done')}</span>
  return <span className={styles['refused']} title={code}><IconAlertTriangle size={16} aria-hidden />{t('refused-why', { why: t(`outcome-${code}`, { defaultValue: code }) })}</span>
}

type Facts = Readonly<Record<string, unknown>>
const factsOf = (text: string | null): Facts => {
  const value: unknown = text === null ? {} : JSON.parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : { '': value }
}
function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–'
  if (Array.isArray(value)) return value.map(show).join(', ') || '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function Details({ row }: { readonly row: AuditRow }) {
  const { t } = useTranslation('office')
  const [before, after] = [factsOf(row.before), factsOf(row.after)]
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return (
    <div className={styles['facts']}>
      {row.target && !row.targetName && <p>{t('target', { target: row.target })}</p>}
      {row.reason && <p>{t('reason', { reason: row.reason })}</p>}
      {fields.length === 0 && !row.reason && <p className="muted">{t('no-details')}</p>}
      {fields.length > 0 && (
        <table className={styles['changes']}>
          <thead><tr><th scope="col">{t('field')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} data-changed={show(before[field]) !== show(after[field])}>
                <th scope="row">{t(`field-${field}`, { defaultValue: field })}</th><td>{show(before[field])}</td><td>{show(after[field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
