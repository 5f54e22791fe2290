import { Checkbox, Select } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportChoice, ImportProblem, ImportRow, ImportTwin } from '../../../main/customers/import.ts'
import styles from './Import.module.css'

type Props = { readonly row: ImportRow; readonly index: number; readonly onTick: (ticked: boolean) => void; readonly onChoice: (choice: ImportChoice) => void }

/** One contact of the file: who, how to reach them, whom they look like, and the box that selects them. */
export function ContactRow({ row, index, onTick, onChoice }: Props) {
  const { t } = useTranslation('import')
  const blocked = row.problems.some(({ blocks }) => blocks)
  const under = [row.company, t('line', { line: row.line }), row.more > 0 ? t('more', { count: row.more }) : ''].filter((part) => part !== '')
  return (
    <div role="row" aria-rowindex={index + 1} className={`${styles['row']} ${styles['cells']}`} data-ticked={row.ticked}>
      <div role="gridcell" className={styles['two']}>
        <span className={styles['strong']}>{row.name === '' ? t('problem-nothing-in-it') : row.name}</span>
        <span className="muted">{under.join(' · ')}</span>
      </div>
      <div role="gridcell" className={`${styles['two']} numbers`}><span>{row.phone || row.email}</span>{row.phone !== '' && <span className="muted">{row.email}</span>}</div>
      <div role="gridcell" className={styles['twin']}>
        <div className={styles['two']}>{row.twin && <Twin twin={row.twin} />}<Problems problems={row.problems} alone={!row.twin} /></div>
        {row.twin && <Choice row={row} onChoice={onChoice} />}
      </div>
      <div role="gridcell" className={styles['box']}>
        <Checkbox checked={row.ticked} disabled={blocked} aria-label={blocked ? `${t('cannot')}: ${row.name}` : t('select', { name: row.name })} onChange={(event) => onTick(event.currentTarget.checked)} />
      </div>
    </div>
  )
}

function Twin({ twin }: { readonly twin: ImportTwin }) {
  const { t } = useTranslation('import')
  return (
    <>
      <span>{twin.line === null ? t('looks-like', { name: twin.name }) : t('looks-like-line', { line: twin.line, name: twin.name })}</span>
      <span className="muted">{twin.why.map((why) => t(`why-${why}`)).join(', ')}</span>
    </>
  )
}

function Problems({ problems, alone }: { readonly problems: readonly ImportProblem[]; readonly alone: boolean }) {
  const { t } = useTranslation('import')
  const [first, ...others] = problems
  if (!first || !alone) return null
  const said = t(`problem-${first.code}`, { value: first.value })
  return (
    <span className={styles['problem']} data-blocks={first.blocks} title={problems.map(({ code, value }) => t(`problem-${code}`, { value })).join('\n')}>
      <IconAlertTriangle size={16} aria-hidden /><span className="cut">{said}{others.length > 0 ? ` (+${others.length})` : ''}</span>
    </span>
  )
}

function Choice({ row, onChoice }: Pick<Props, 'row' | 'onChoice'>) {
  const { t } = useTranslation('import')
  const choices = (['skip', 'update', 'add'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <Select
      data={choices} value={row.choice} allowDeselect={false} w={190} style={{ flex: 'none' }} aria-label={t('choice-for', { name: row.name })}
      onChange={(choice) => choice && onChoice(choice as ImportChoice)}
    />
  )
}
