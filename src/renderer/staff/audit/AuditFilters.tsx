import { ActionIcon, Button, Input, Modal, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { CustomerId, PlainDate, RegisterId, SaleId, StaffId } from '../../../main/vocabulary.ts'
import { useCommands } from '../../commands.ts'
import { useFormat } from '../../format.ts'
import { DayField } from '../../ui/DayField.tsx'
import { PickPerson } from '../../ui/PickPerson.tsx'
import { useAsk } from '../../use-call.ts'
import styles from './AuditPage.module.css'
import { useKindWords } from './say-facts.ts'

export type Filters = {
  readonly kind: string | null; readonly staffId: StaffId | null; readonly customerId: CustomerId | null; readonly saleId: SaleId | null
  readonly registerId: RegisterId | null; readonly from: PlainDate | null; readonly to: PlainDate | null
}
export const noFilters: Filters = { kind: null, staffId: null, customerId: null, saleId: null, registerId: null, from: null, to: null }
type Props = { readonly filters: Filters; readonly customerName: string | null; readonly saleNumber: string | null; readonly onChange: (filters: Filters) => void }
type Options = Output<'staff/audit-options'>

/** Who, what, customer, till and days; each choice says how many lines there are of it. Ctrl+F goes to the first. */
export function AuditFilters({ filters, customerName, saleNumber, onChange }: Props) {
  const { t } = useTranslation(['audit', 'office'])
  const first = useRef<HTMLInputElement>(null)
  const options = useAsk('staff/audit-options', {}).data
  const { who, what, tills } = useChoices(options)
  useCommands([{ name: 'filter-audit', label: t('filter'), key: 'Ctrl+F', do: () => first.current?.focus() }])
  const set = (changes: Partial<Filters>) => onChange({ ...filters, ...changes })
  return (
    <div className={styles['filters']} role="search" aria-label={t('filter')}>
      <Select ref={first} label={t('office:who')} placeholder={t('office:everyone')} data={who} value={filters.staffId} clearable searchable nothingFoundMessage={t('office:no-match')} onChange={(staffId) => set({ staffId: staffId as StaffId | null })} />
      <Select label={t('office:what')} placeholder={t('office:everything')} data={what} value={filters.kind} clearable searchable nothingFoundMessage={t('office:no-match')} onChange={(kind) => set({ kind })} />
      <CustomerFilter picked={filters.customerId} name={customerName} onPick={(customerId) => set({ customerId })} />
      <Select label={t('till')} placeholder={t('every-till')} data={tills} value={filters.registerId} clearable onChange={(registerId) => set({ registerId: registerId as RegisterId | null })} />
      <DayField label={t('from')} value={filters.from} optional placeholder={t('any-day')} onValue={(from) => set({ from })} />
      <DayField label={t('to')} value={filters.to} optional placeholder={t('any-day')} onValue={(to) => set({ to })} />
      {filters.saleId && <Chip text={t('sale', { number: saleNumber ?? '' })} gone={t('without-sale')} onGone={() => set({ saleId: null })} />}
    </div>
  )
}

function useChoices(options: Options | undefined) {
  const sayKind = useKindWords()
  const format = useFormat()
  const people = useAsk('staff/list', {}, ['staff-changed']).data ?? []
  const tills = useAsk('shop/registers', {}, ['shop-changed']).data ?? []
  const choices = (found: Options['kinds'] | undefined, name: (value: string) => string) =>
    (found ?? []).map(({ value, count }) => ({ value, label: `${name(value)} (${format.whole(count)})` })).toSorted((one, other) => one.label.localeCompare(other.label))
  return {
    what: choices(options?.kinds, sayKind), who: choices(options?.staff, (value) => people.find(({ id }) => String(id) === value)?.name ?? '–'),
    tills: choices(options?.tills, (value) => tills.find(({ id }) => String(id) === value)?.name ?? '–'),
  }
}

function CustomerFilter({ picked, name, onPick }: { readonly picked: CustomerId | null; readonly name: string | null; readonly onPick: (id: CustomerId | null) => void }) {
  const { t } = useTranslation('audit')
  const [asking, ask] = useState(false)
  return (
    <Input.Wrapper label={t('customer')} labelElement="div">
      {picked ? <Chip text={name ?? t('this-customer')} gone={t('without-customer')} onGone={() => onPick(null)} /> : <Button variant="default" fullWidth justify="start" px="md" fw={400} c="var(--muted)" onClick={() => ask(true)}>{t('every-customer')}</Button>}
      <Modal opened={asking} onClose={() => ask(false)} title={t('customer')} closeButtonProps={{ 'aria-label': t('close') }}>
        <PickPerson label={t('customer')} except={[]} picked={null} onPick={(person) => (ask(false), onPick(person?.id ?? null))} />
      </Modal>
    </Input.Wrapper>
  )
}

function Chip({ text, gone, onGone }: { readonly text: string; readonly gone: string; readonly onGone: () => void }) {
  return <span className={styles['chip']}><span>{text}</span><ActionIcon color="gray" aria-label={gone} title={gone} onClick={onGone}><IconX size={18} aria-hidden /></ActionIcon></span>
}
