import { Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../main/handlers.ts'
import type { Rules } from '../../../main/loyalty/program.ts'
import type { CategoryId, Cents, GroupId, PlainDate, TierId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { useHere } from '../../here.ts'
import { DayField } from '../../ui/DayField.tsx'
import { useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import { showTimes } from '../../ui/times-text.ts'
import styles from './Program.module.css'
import { instantOf, timeOf, wallClock } from './wall-clock.ts'

type Sample = { readonly cents: number; readonly typed: string; readonly categoryId: CategoryId | null; readonly tierId: TierId | null; readonly groupId: GroupId | null; readonly birthday: boolean; readonly at: string }
const firstCents = 2_250
const million = 1_000_000

/** What the rules in the form would give for a sale, said as a sentence while they are changed. Main works it out; nothing is saved. */
export function Preview({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const { shop } = useHere()
  const [sample, setSample] = useState<Sample>(() => ({ cents: firstCents, typed: format.amount(firstCents), categoryId: null, tierId: null, groupId: null, birthday: false, at: wallClock(new Date().toISOString() as never, shop.timeZone) }))
  const asked = usePreview(rules, sample)
  return (
    <section className={styles['card']} aria-labelledby="program-preview" data-preview>
      <h2 id="program-preview">{t('preview')}</h2>
      <div role="status" aria-live="polite">
        {asked.error ? <p className={styles['wrong']}>{sayFailure(asked.error)}</p> : asked.data ? <Said cents={sample.cents} rules={rules} found={asked.data} /> : <p className={styles['says']}>…</p>}
      </div>
      <SampleFields sample={sample} rules={rules} onChange={(part) => setSample({ ...sample, ...part })} />
    </section>
  )
}

function usePreview(rules: Rules, { cents, categoryId, tierId, groupId, birthday, at }: Sample) {
  const { shop } = useHere()
  const taxes = useAsk('shop/taxes', {}, ['shop-changed'], { keepLast: true }).data
  const [settled] = useDebouncedValue(rules, 200)
  const rate = (taxes?.classes[0]?.rateIds ?? []).reduce((sum, id) => sum + (taxes?.rates.find((one) => one.id === id)?.ratePpm ?? 0), 0)
  const taxCents = Math.round(shop.pricesIncludeTax ? (cents * rate) / (million + rate) : (cents * rate) / million)
  const net = shop.pricesIncludeTax ? cents - taxCents : cents
  const known = settled.tiers.levels.some(({ id }) => id === tierId) ? tierId : null
  const line = { name: '', itemId: null, categoryId, cents: net as Cents, taxCents: taxCents as Cents, minimumAge: null }
  const input: Input<'loyalty/preview-rules'> = { rules: settled, at: instantOf(at, shop.timeZone), groupId, tierId: known, birthday, lines: [line] }
  return useAsk('loyalty/preview-rules', input, ['loyalty-changed', 'shop-changed'], { keepLast: true })
}

function Said({ cents, rules, found }: { readonly cents: number; readonly rules: Rules; readonly found: Output<'loyalty/preview-rules'> }) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const [line] = found.earn?.lines ?? []
  if (!found.earn || !line) return null
  const { earn } = found
  const decimal = (text: string) => text.replace('.', new Intl.NumberFormat(format.locale).format(1.5).replace(/\d/g, ''))
  const times = line.multipliers.map(({ name, timesMilli }) => `×${showTimes(timesMilli, format.locale)} ${name || t('birthday')}`).join(', ')
  const worth = Math.floor((earn.result * rules.redemption.cents) / rules.redemption.points)
  return (
    <>
      <p className={styles['says']}>{t('sale-earns', { count: earn.result, money: format.money(cents), points: format.whole(earn.result) })}</p>
      <p className={styles['how']}>
        {line.notCounted ? t(`not-${line.notCounted}`) : [t('how-base', { points: decimal(line.base) }), times, t('how-exact', { exact: decimal(earn.exact), rounding: t(`how-${rules.earn.rounding}`) }), earn.cap ? t('how-cap', { most: format.whole(earn.cap.most) }) : ''].filter(Boolean).join(' · ')}
      </p>
      <p className={styles['how']}>{t('worth', { money: format.money(worth) })}{rules.earn.pendingDays > 0 && ` ${t('worth-later', { count: rules.earn.pendingDays })}`}</p>
      {!rules.on && <p className={styles['wrong']}>{t('but-off')}</p>}
    </>
  )
}

function SampleFields({ sample, rules, onChange }: { readonly sample: Sample; readonly rules: Rules; readonly onChange: (part: Partial<Sample>) => void }) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const categories = useAsk('items/categories', null, ['items-changed'], { keepLast: true }).data ?? []
  const groups = useAsk('customers/groups', {}, ['customers-changed'], { keepLast: true }).data ?? []
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const type = (typed: string) => {
    const cents = format.readMoney(typed)
    onChange({ typed, ...(cents !== null && cents > 0 ? { cents } : {}) })
  }
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour).padStart(2, '0'), label: timeOf(hour * 60, format.locale) }))
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('ui:clear') } }
  return (
    <div className={styles['sample']} role="group" aria-label={t('sample')}>
      <TextInput label={t('a-sale-of')} value={sample.typed} inputMode="decimal" maxLength={12} error={format.readMoney(sample.typed) === null && t('money-wrong')} onChange={(event) => type(event.currentTarget.value)} />
      <Select label={t('of-category')} placeholder={t('any')} {...clear} data={named(categories)} value={sample.categoryId} onChange={(id) => onChange({ categoryId: id as CategoryId | null })} />
      <Select label={t('by-tier')} placeholder={t('base')} {...clear} data={named(rules.tiers.levels)} value={rules.tiers.levels.some(({ id }) => id === sample.tierId) ? sample.tierId : null} disabled={rules.tiers.levels.length === 0} onChange={(id) => onChange({ tierId: id as TierId | null })} />
      <Select label={t('by-group')} placeholder={t('no-group')} {...clear} data={named(groups)} value={sample.groupId} onChange={(id) => onChange({ groupId: id as GroupId | null })} />
      <DayField label={t('on-day')} value={sample.at.slice(0, 10) as PlainDate} onValue={(day) => day && onChange({ at: `${day}T${sample.at.slice(11)}` })} />
      <Select label={t('at-hour')} data={hours} value={sample.at.slice(11, 13)} allowDeselect={false} onChange={(hour) => onChange({ at: `${sample.at.slice(0, 11)}${hour}:00` })} />
      <Switch data-wide label={t('on-birthday')} checked={sample.birthday} onChange={(event) => onChange({ birthday: event.currentTarget.checked })} style={{ gridColumn: '1 / -1' }} />
    </div>
  )
}
