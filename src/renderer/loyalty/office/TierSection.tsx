import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tier } from '../../../main/loyalty/program.ts'
import type { Cents, PriceListId, TierId } from '../../../main/vocabulary.ts'
import { useAsk } from '../../use-call.ts'
import { ChoiceField, LimitField, MoneyField, TimesField, WholeField } from './fields.tsx'
import { useForm, useSection } from './form.ts'
import styles from './Program.module.css'

const bases = ['points-earned', 'spend', 'visits'] as const

/** The steps above Base, what reaches them and what they bring. Never by balance: spending points demotes nobody. */
export function TierSection() {
  const { t } = useTranslation('program')
  const { disabled, refused } = useForm()
  const [tiers, set] = useSection('tiers')
  const { levels } = tiers
  const change = (at: number, part: Partial<Tier>) => set({ levels: levels.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  const above = (levels.at(-1)?.from ?? 0) + (tiers.basis === 'spend' ? 100_000 : 1_000)
  const add = () => set({ levels: [...levels, { id: `tier-${crypto.randomUUID().slice(0, 8)}` as TierId, name: t('tier-name', { number: levels.length + 1 }), from: above, timesMilli: 1_000, priceListId: null, birthdayPoints: null }] })
  return (
    <div className={styles['section']}>
      <ChoiceField label={t('tier-basis')} value={tiers.basis} choices={bases.map((value) => ({ value, label: t(`tier-basis-${value}`) }))} onValue={(basis) => set({ basis })} note={t('tier-basis-why')} />
      {levels.map((level, at) => <LevelRow key={level.id} level={level} money={tiers.basis === 'spend'} onChange={(part) => change(at, part)} onRemove={() => set({ levels: levels.filter((_, place) => place !== at) })} />)}
      {refused === 'tiers.levels' && <p className={styles['wrong']} role="alert">{t('wrong-levels')}</p>}
      <Button variant="default" className={styles['add'] ?? ''} disabled={disabled || levels.length >= 20} leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>{t('add-tier')}</Button>
      {levels.length > 0 && (
        <div className={styles['two']}>
          <WholeField label={t('review-months')} description={t('review-months-why')} unit={t('months')} least={1} most={60} value={tiers.reviewMonths} onValue={(reviewMonths) => set({ reviewMonths })} />
          <WholeField label={t('grace-months')} description={t('grace-months-why')} unit={t('months')} most={12} value={tiers.graceMonths} onValue={(graceMonths) => set({ graceMonths })} />
        </div>
      )}
    </div>
  )
}

type Props = { readonly level: Tier; readonly money: boolean; readonly onChange: (part: Partial<Tier>) => void; readonly onRemove: () => void }
function LevelRow({ level, money, onChange, onRemove }: Props) {
  const { t } = useTranslation('program')
  const { disabled } = useForm()
  const lists = useAsk('items/price-lists', null, ['items-changed'], { keepLast: true }).data ?? []
  return (
    <div className={styles['item']} role="group" aria-label={level.name}>
      <div className={styles['levelHead']}>
        <TextInput label={t('name')} value={level.name} maxLength={40} disabled={disabled} error={level.name.trim() === '' && t('name-needed')} data-wrong={level.name.trim() === '' || undefined} onChange={(event) => onChange({ name: event.currentTarget.value })} />
        {money ? <MoneyField label={t('reached-at')} value={level.from as Cents} onValue={(from) => onChange({ from })} /> : <WholeField label={t('reached-at')} value={level.from} onValue={(from) => onChange({ from })} />}
        <TimesField label={t('times')} value={level.timesMilli} onValue={(timesMilli) => onChange({ timesMilli })} />
        <ActionIcon color="gray" disabled={disabled} aria-label={t('remove-name', { name: level.name })} onClick={onRemove}><IconTrash size={20} aria-hidden /></ActionIcon>
      </div>
      <div className={styles['two']}>
        <Select label={t('price-list')} placeholder={t('none')} clearable disabled={disabled} value={level.priceListId} data={lists.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => onChange({ priceListId: id as PriceListId | null })} clearButtonProps={{ 'aria-label': t('none') }} />
        <LimitField label={t('tier-birthday')} placeholder={t('as-others')} value={level.birthdayPoints} onValue={(birthdayPoints) => onChange({ birthdayPoints })} />
      </div>
    </div>
  )
}
