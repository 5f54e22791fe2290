import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AttributeDefinition } from '../../../main/customers/attributes.ts'
import type { AttributeFilter } from '../../../main/customers/list-filter.ts'
import styles from './List.module.css'
import { TextOnce, WithField } from './RangeFields.tsx'

type Props = { readonly known: readonly AttributeDefinition[]; readonly value: readonly AttributeFilter[]; readonly onChange: (value: AttributeFilter[]) => void }
const mostAttributes = 10

/** Any own field of the shop: toggles and lists by their choices, numbers and days from and to, texts by what they hold. */
export function AttributeFields({ known, value, onChange }: Props) {
  const { t } = useTranslation('list')
  const used = new Set(value.map(({ attributeId }) => attributeId))
  const free = known.filter(({ id }) => !used.has(id))
  const set = (next: AttributeFilter) => onChange(value.map((one) => (one.attributeId === next.attributeId ? next : one)))
  return (
    <fieldset>
      <legend>{t('filter-attributes')}</legend>
      {value.map((one) => {
        const definition = known.find(({ id }) => id === one.attributeId)
        return definition && (
          <div key={one.attributeId}>
            <div className={styles['attribute']}>
              <span>{definition.name}</span>
              <ActionIcon color="gray" aria-label={t('remove-filter', { filter: definition.name })} onClick={() => onChange(value.filter((other) => other !== one))}><IconX size={20} aria-hidden /></ActionIcon>
            </div>
            <WithField label={definition.name} value={one.kind === 'without' ? 'without' : 'with'} onChange={(kind) => (kind === null ? onChange(value.filter((other) => other !== one)) : set({ kind, attributeId: one.attributeId }))} />
            {one.kind !== 'without' && <ValueField definition={definition} asked={one} set={set} />}
          </div>
        )
      })}
      {free.length > 0 && value.length < mostAttributes && <Select aria-label={t('add-attribute')} placeholder={t('add-attribute')} value={null} searchable data={free.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => id && onChange([...value, { kind: 'with', attributeId: id }])} />}
    </fieldset>
  )
}

type ValueProps = { readonly definition: AttributeDefinition; readonly asked: AttributeFilter; readonly set: (next: AttributeFilter) => void }
function ValueField({ definition: { id, kind, choices, name }, asked, set }: ValueProps) {
  const { t } = useTranslation('list')
  const any = { kind: 'with' as const, attributeId: id }
  const value = 'value' in asked ? asked.value : ''
  if (kind === 'list' || kind === 'yes-no') {
    const options = kind === 'list' ? choices.map((choice) => ({ value: choice, label: choice })) : (['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(answer) }))
    return <Select aria-label={name} placeholder={t('any')} clearable data={options} value={value === '' ? null : value} onChange={(next) => set(next === null ? any : { kind: 'is', attributeId: id, value: next })} />
  }
  if (kind !== 'number' && kind !== 'date') return <TextOnce label={t('holds')} value={value} onChange={(next) => set(next === '' ? any : { kind: 'holds', attributeId: id, value: next })} />
  const { from = null, to = null } = 'from' in asked ? asked : {}
  const between = (ends: { from: string | null; to: string | null }) => set(ends.from === null && ends.to === null ? any : { kind: 'between', attributeId: id, ...ends })
  return (
    <div className={styles['pair']}>
      <TextOnce label={t('from')} value={from ?? ''} onChange={(next) => between({ from: next || null, to })} />
      <TextOnce label={t('to')} value={to ?? ''} onChange={(next) => between({ from, to: next || null })} />
    </div>
  )
}
