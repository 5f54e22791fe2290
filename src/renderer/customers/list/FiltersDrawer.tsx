import { Button, Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FilterName, ListFilter } from '../../../main/customers/list-filter.ts'
import type { ListChoices } from '../../../main/flows/list-choices.ts'
import { AttributeFields } from './AttributeFields.tsx'
import { withPart } from './filter-text.ts'
import styles from './List.module.css'
import { OneOf, SomeOf, TagsOf, type Option } from './OptionFields.tsx'
import { months, options } from './filter-options.ts'
import { DaysField, DocumentsField, EndsField, SpendField, VisitField } from './RangeFields.tsx'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly filter: ListFilter; readonly onFilter: (filter: ListFilter) => void; readonly choices: ListChoices; readonly total: string | null }
type Inside = Pick<Props, 'filter' | 'onFilter' | 'choices'> & { readonly set: <K extends FilterName>(name: K, value: ListFilter[K] | null) => void }

/** Every filter there is; each change narrows the list at once, and a chip above it says so. */
export function FiltersDrawer({ opened, onClose, filter, onFilter, choices, total }: Props) {
  const { t } = useTranslation('list')
  const inside: Inside = { filter, onFilter, choices, set: (name, value) => onFilter(withPart(filter, name, value)) }
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={420} title={t('filters')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['filters']}>
        <WhoFields {...inside} />
        <ReachFields {...inside} />
        {choices.loyalty && <PointsFields {...inside} />}
        <MoneyFields {...inside} />
        <Button onClick={onClose}>{total === null ? t('show') : t('show-count', { count: total })}</Button>
      </div>
    </Drawer>
  )
}

const named = (list: readonly { readonly id: string; readonly name: string }[], none: string): Option[] => [...list.map(({ id, name }) => ({ value: id, label: name })), { value: 'none', label: none }]

function WhoFields({ filter, choices, set }: Inside) {
  const { t } = useTranslation('list')
  const [any, none] = [t('any'), t('none')]
  return (
    <>
      {choices.smartGroups.length > 0 && <OneOf label={t('filter-smartGroupId')} any={any} facet={null} filter={filter} options={choices.smartGroups.map(({ id, name }) => ({ value: id, label: name }))} value={filter.smartGroupId ?? null} onChange={(id) => set('smartGroupId', id as ListFilter['smartGroupId'] & string)} />}
      <OneOf label={t('filter-type')} any={any} facet="type" filter={filter} options={options(t, 'type')} value={filter.type ?? null} onChange={(value) => set('type', value as 'personal')} />
      <SomeOf label={t('filter-customerTypeIds')} any={any} facet="customerTypeIds" filter={filter} options={named(choices.types, none)} value={filter.customerTypeIds ?? []} onChange={(value) => set('customerTypeIds', value as NonNullable<ListFilter['customerTypeIds']>)} />
      <SomeOf label={t('filter-groupIds')} any={any} facet="groupIds" filter={filter} options={named(choices.groups, none)} value={filter.groupIds ?? []} onChange={(value) => set('groupIds', value as NonNullable<ListFilter['groupIds']>)} />
      <SomeOf label={t('filter-statuses')} any={any} facet="statuses" filter={filter} options={options(t, 'status')} value={filter.statuses ?? []} onChange={(value) => set('statuses', value as NonNullable<ListFilter['statuses']>)} />
      <OneOf label={t('filter-approval')} any={any} facet={null} filter={filter} options={options(t, 'approval')} value={filter.approval ?? null} onChange={(value) => set('approval', value as 'waiting')} />
      <SomeOf label={t('filter-sources')} any={any} facet="sources" filter={filter} options={options(t, 'source')} value={filter.sources ?? []} onChange={(value) => set('sources', value as NonNullable<ListFilter['sources']>)} />
      <TagsOf label={t('filter-tags')} any={any} filter={filter} value={filter.tags ?? []} onChange={(value) => set('tags', value)} />
      <OneOf label={t('filter-duplicate')} any={any} facet="duplicate" filter={filter} options={[{ value: 'yes', label: t('yes') }]} value={filter.duplicate ?? null} onChange={(value) => set('duplicate', value as 'yes')} />
    </>
  )
}

function ReachFields({ filter, set, choices }: Inside) {
  const { t, i18n } = useTranslation('list')
  const any = t('any')
  return (
    <>
      <OneOf label={t('filter-mobile')} any={any} facet="mobile" filter={filter} options={options(t, 'with')} value={filter.mobile ?? null} onChange={(value) => set('mobile', value as 'with')} />
      <OneOf label={t('filter-email')} any={any} facet="email" filter={filter} options={options(t, 'with')} value={filter.email ?? null} onChange={(value) => set('email', value as 'with')} />
      <OneOf label={t('filter-unsubscribed')} any={any} facet="unsubscribed" filter={filter} options={options(t, 'unsubscribed')} value={filter.unsubscribed ?? null} onChange={(value) => set('unsubscribed', value as 'all')} />
      {!choices.barred.includes('birthdayMonth') && <OneOf label={t('filter-birthdayMonth')} any={any} facet="birthdayMonth" filter={filter} options={months(i18n.language)} value={filter.birthdayMonth === undefined ? null : String(filter.birthdayMonth)} onChange={(value) => set('birthdayMonth', value === null ? null : Number(value))} />}
      {!choices.barred.includes('documents') && <DocumentsField value={filter.documents} onChange={(value) => set('documents', value)} />}
      {!choices.barred.includes('attributes') && choices.attributes.length > 0 && <AttributeFields known={choices.attributes} value={filter.attributes ?? []} onChange={(value) => set('attributes', value)} />}
    </>
  )
}

function PointsFields({ filter, set, choices }: Inside) {
  const { t } = useTranslation('list')
  const any = t('any')
  return (
    <>
      <OneOf label={t('filter-member')} any={any} facet="member" filter={filter} options={options(t, 'member')} value={filter.member ?? null} onChange={(value) => set('member', value as 'yes')} />
      {choices.tiers.length > 0 && <SomeOf label={t('filter-tierIds')} any={any} facet="tierIds" filter={filter} options={named(choices.tiers, t('none'))} value={filter.tierIds ?? []} onChange={(value) => set('tierIds', value as NonNullable<ListFilter['tierIds']>)} />}
      {!choices.barred.includes('points') && <EndsField label={t('filter-points')} value={filter.points} min={-99_999_999} onChange={(value) => set('points', value)} />}
      {!choices.barred.includes('expiringDays') && <DaysField label={t('filter-expiringDays')} value={filter.expiringDays} onChange={(value) => set('expiringDays', value)} />}
    </>
  )
}

function MoneyFields({ filter, set, choices }: Inside) {
  const { t } = useTranslation('list')
  return (
    <>
      {!choices.barred.includes('debt') && <OneOf label={t('filter-debt')} any={t('any')} facet="debt" filter={filter} options={options(t, 'debt')} value={filter.debt ?? null} onChange={(value) => set('debt', value as 'owes')} />}
      <VisitField value={filter.lastVisit} onChange={(value) => set('lastVisit', value)} />
      {!choices.barred.includes('spend') && <SpendField value={filter.spend} onChange={(value) => set('spend', value)} />}
    </>
  )
}
