import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Rules } from '../../../main/loyalty/program.ts'
import { ChoiceField, LimitField, MoneyField, SwitchField, WholeField } from './fields.tsx'
import { useForm, useSection } from './form.ts'
import { GoodsPick } from './GoodsPick.tsx'
import styles from './Program.module.css'

type Earn = Rules['earn']
const bases = ['spend', 'visit', 'visit-and-spend', 'items'] as const
const roundings = ['down', 'nearest', 'up'] as const
const mostDays = 3_650

/** What earns how many points. */
export function EarnSection() {
  const { t } = useTranslation('program')
  const [earn, set] = useSection('earn')
  return (
    <div className={styles['section']}>
      <ChoiceField label={t('basis')} value={earn.basis} choices={bases.map((value) => ({ value, label: t(`basis-${value}`) }))} onValue={(basis) => set({ basis })} note={t(`basis-${earn.basis}-why`)} />
      {(earn.basis === 'spend' || earn.basis === 'visit-and-spend') && (
        <div className={styles['two']}>
          <WholeField label={t('earn-points')} value={earn.points} least={1} onValue={(points) => set({ points })} />
          <MoneyField label={t('per-money')} value={earn.perCents} least={1} onValue={(perCents) => set({ perCents })} />
        </div>
      )}
      {earn.basis !== 'visit' && <SwitchField label={t('before-tax')} description={t('before-tax-why')} value={earn.beforeTax} onValue={(beforeTax) => set({ beforeTax })} />}
      {(earn.basis === 'visit' || earn.basis === 'visit-and-spend') && <WholeField label={t('per-visit')} value={earn.pointsPerVisit} onValue={(pointsPerVisit) => set({ pointsPerVisit })} />}
      <Fixed earn={earn} set={set} />
      <Limits earn={earn} set={set} />
    </div>
  )
}

type Props = { readonly earn: Earn; readonly set: (part: Partial<Earn>) => void }

/** Points for each piece of certain goods, in place of points for their price. */
function Fixed({ earn, set }: Props) {
  const { t } = useTranslation('program')
  const { disabled } = useForm()
  const change = (at: number, part: Partial<Earn['fixed'][number]>) => set({ fixed: earn.fixed.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  return (
    <>
      <p className={styles['label']} style={{ margin: 0 }}>{t('fixed')}</p>
      <p className={styles['note']} style={{ marginTop: -12 }}>{t('fixed-why')}</p>
      {earn.fixed.map((one, at) => (
        <div key={at} className={styles['item']} role="group" aria-label={t('fixed-number', { number: at + 1 })}>
          <GoodsPick value={one} disabled={disabled} onValue={(goods) => change(at, goods)} />
          <div className={styles['itemHead']}>
            <span />
            <WholeField label={t('points-each')} value={one.points} onValue={(points) => change(at, { points })} />
            <ActionIcon color="gray" disabled={disabled} aria-label={t('remove-fixed', { number: at + 1 })} onClick={() => set({ fixed: earn.fixed.filter((_, place) => place !== at) })}><IconTrash size={20} aria-hidden /></ActionIcon>
          </div>
        </div>
      ))}
      <Button variant="default" className={styles['add'] ?? ''} disabled={disabled} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ fixed: [...earn.fixed, { itemIds: [], categoryIds: [], points: 10 }] })}>{t('add-fixed')}</Button>
    </>
  )
}

function Limits({ earn, set }: Props) {
  const { t } = useTranslation('program')
  return (
    <>
      <ChoiceField label={t('rounding')} value={earn.rounding} choices={roundings.map((value) => ({ value, label: t(`rounding-${value}`) }))} onValue={(rounding) => set({ rounding })} note={t('rounding-why')} />
      <div className={styles['three']}>
        <MoneyField label={t('minimum-spend')} value={earn.minimumCents} onValue={(minimumCents) => set({ minimumCents })} />
        <LimitField label={t('most-per-sale')} value={earn.mostPerSale} onValue={(mostPerSale) => set({ mostPerSale })} />
        <LimitField label={t('most-per-day')} value={earn.mostPerDay} onValue={(mostPerDay) => set({ mostPerDay })} />
      </div>
      <WholeField label={t('pending-days')} description={t('pending-days-why')} unit={t('days')} most={mostDays} value={earn.pendingDays} onValue={(pendingDays) => set({ pendingDays })} />
    </>
  )
}

/** What earns nothing. */
export function ExcludedSection() {
  const { t } = useTranslation('program')
  const { disabled } = useForm()
  const [earn, set] = useSection('earn')
  return (
    <div className={styles['section']}>
      <GoodsPick value={{ itemIds: earn.excludedItemIds, categoryIds: earn.excludedCategoryIds }} disabled={disabled} onValue={({ itemIds, categoryIds }) => set({ excludedItemIds: itemIds, excludedCategoryIds: categoryIds })} />
      <SwitchField label={t('exclude-age')} description={t('exclude-age-why')} value={earn.excludeAgeRestricted} onValue={(excludeAgeRestricted) => set({ excludeAgeRestricted })} />
      <p className={styles['note']}>{t('always-excluded')}</p>
    </div>
  )
}
