import { MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import type { Facet } from '../../../main/customers/list-facets.sql.ts'
import type { ListFilter } from '../../../main/customers/list-filter.ts'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'

export type Option = { readonly value: string; readonly label: string }
type Common = { readonly label: string; readonly facet: Facet | null; readonly filter: ListFilter; readonly options: readonly Option[] }

/** How many each option would find, counted once its list was opened, so that nobody waits for numbers they do not look at. */
function useCounts(filter: ListFilter, facet: Facet | null) {
  const [opened, setOpened] = useState(false)
  const { whole } = useFormat()
  const counts = useAsk('customers/list-options', { filter, facets: facet ? [facet] : ['type'] }, [], { enabled: opened && facet !== null, keepLast: true }).data
  const found = facet ? counts?.[facet] : undefined
  const say = ({ value, label }: Option): Option => (found ? { value, label: `${label} (${whole(found.find((one) => one.value === value)?.count ?? 0)})` } : { value, label })
  return { say, open: () => setOpened(true), found }
}

type OneProps = Common & { readonly value: string | null; readonly onChange: (value: string | null) => void; readonly any: string }
/** One of some options, or any. */
export function OneOf({ label, facet, filter, options, value, onChange, any }: OneProps) {
  const { say, open } = useCounts(filter, facet)
  return (
    <Select
      label={label} placeholder={any} data={options.map(say)} value={value} onChange={onChange} clearable={value !== null} onDropdownOpen={open} comboboxProps={{ withinPortal: true }} maxDropdownHeight={360}
      clearButtonProps={{ 'aria-label': any }}
    />
  )
}

type SomeProps = Common & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void; readonly any: string }
/** Several of some options; anybody who is any of them is found. */
export function SomeOf({ label, facet, filter, options, value, onChange, any }: SomeProps) {
  const { say, open } = useCounts(filter, facet)
  return (
    <MultiSelect
      label={label} placeholder={value.length === 0 ? any : ''} data={options.map(say)} value={[...value]} onChange={onChange} onDropdownOpen={open} searchable={options.length > 8} hidePickedOptions={false}
      comboboxProps={{ withinPortal: true }} maxDropdownHeight={360}
    />
  )
}

/** The tags there are, each with how many have it; what is already chosen stays even where nobody has it any more. */
export function TagsOf({ label, filter, value, onChange, any }: Omit<SomeProps, 'facet' | 'options'>) {
  const { say, open, found = [] } = useCounts(filter, 'tags')
  const known = [...new Set([...value, ...found.map((one) => one.value)])].toSorted((a, b) => a.localeCompare(b))
  return <MultiSelect label={label} placeholder={value.length === 0 ? any : ''} data={known.map((tag) => say({ value: tag, label: tag }))} value={[...value]} onChange={onChange} onDropdownOpen={open} searchable hidePickedOptions={false} limit={100} maxDropdownHeight={360} />
}
