import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportColumn, ImportField, ImportMapping } from '../../../main/customers/import.ts'
import type { BatchId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { queries, useAct, useAsk } from '../../use-call.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { attributeChoice, attributeIn, choiceOf, importFields, isAttribute, programs } from './fields.ts'
import styles from './Import.module.css'

type Props = { readonly batchId: BatchId; readonly fileName: string; readonly onDone: () => void; readonly onCancel: () => void }

/** What the columns of a CSV file hold: guessed by main, set right by a person who sees some values of each. */
export function ColumnsPanel(props: Props) {
  const mapping = useAsk('imports/mapping', { batchId: props.batchId })
  if (mapping.error) return <Failure failure={mapping.error} retry={() => void mapping.refetch()} />
  if (!mapping.data) return <Late />
  return <Columns key={`${mapping.data.headerRow}`} {...props} mapping={mapping.data} />
}

function Columns({ batchId, fileName, mapping, onDone, onCancel }: Props & { readonly mapping: ImportMapping }) {
  const { t } = useTranslation('import')
  const [columns, setColumns] = useState(mapping.columns)
  const save = useAct(async (headerRow: boolean, all: readonly ImportColumn[]) => {
    const kept = await call('imports/set-mapping', { batchId, headerRow, columns: all.map(({ index, field, group }) => ({ index, field, group })) })
    queries.setQueryData(['imports/mapping', { batchId }], kept)
  })
  const put = (index: number, choice: string) => setColumns(columns.map((column) => (column.index === index ? { ...column, ...chosen(column, choice) } : column)))
  return (
    <div className={styles['screen']}>
      <header className={styles['bar']}>
        <h1 className="cut">{t('columns-title')}</h1>
        <Checkbox label={t('header-row')} checked={mapping.headerRow} onChange={(event) => void save.run(event.currentTarget.checked, [])} />
      </header>
      <div className={styles['scroll']}>
        {mapping.remembered && <p className={styles['note']} role="status">{t('remembered')}</p>}
        {!mapping.remembered && mapping.recognised && <p className={styles['note']} role="status">{t('recognised', { name: programs[mapping.recognised] })}</p>}
        <p className={`${styles['note']} muted`}>{t('columns-note')} {columns.some(({ field }) => brings.has(field)) && t('points-note')}</p>
        <table className={styles['columns']}>
          <caption className="spoken-only">{fileName}</caption>
          <thead><tr><th scope="col">{t('column')}</th><th scope="col">{t('samples')}</th><th scope="col">{t('holds')}</th></tr></thead>
          <tbody>{columns.map((column) => <ColumnRow key={column.index} column={column} attributes={mapping.attributes} onChoice={(choice) => put(column.index, choice)} />)}</tbody>
        </table>
      </div>
      <footer className={styles['foot']}>
        <p className="muted cut">{fileName}</p>
        <Button variant="default" onClick={onCancel}>{t('cancel')}</Button>
        <Button loading={save.busy} onClick={() => void save.run(mapping.headerRow, columns).then(onDone)}>{t('continue')}</Button>
      </footer>
    </div>
  )
}

type RowProps = { readonly column: ImportColumn; readonly attributes: ImportMapping['attributes']; readonly onChoice: (choice: string) => void }
function ColumnRow({ column, attributes, onChoice }: RowProps) {
  const { t } = useTranslation('import')
  const rare: readonly ImportField[] = ['label', 'address-formatted']
  const plain = importFields.filter((field) => !rare.includes(field) || column.field === field).map((field) => ({ value: field as string, label: t(`field-${field}`) }))
  const choices = [...plain, ...attributes.map(({ id, name }) => ({ value: attributeChoice(id), label: t('field-named-attribute', { name }) }))]
  return (
    <tr>
      <td>{column.header}</td>
      <td className="cut">{column.samples.length === 0 ? t('no-samples') : column.samples.join(' · ')}</td>
      <td><Select data={choices} value={choiceOf(column)} allowDeselect={false} searchable maxDropdownHeight={320} aria-label={t('holds-for', { column: column.header })} onChange={(choice) => choice && onChoice(choice)} /></td>
    </tr>
  )
}

/** What comes beside the record itself. */
const brings: ReadonlySet<ImportField> = new Set(['points', 'consent-sms', 'consent-email'])
const chosen = (column: ImportColumn, choice: string): Pick<ImportColumn, 'field' | 'group'> =>
  isAttribute(choice) ? { field: 'attribute', group: attributeIn(choice) } : { field: choice as ImportField, group: groupFor(column, choice as ImportField) }

/** A column stays with its neighbours (the second address, the work phone) while it stays of their kind. */
const groupFor = (column: ImportColumn, field: ImportField): string =>
  column.field.split('-')[0] === field.split('-')[0] ? column.group : ''
