import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Boost } from '../../../main/loyalty/program.ts'
import { useFormat } from '../../format.ts'
import { ChoiceField, TimeField, TimesField } from './fields.tsx'
import { useForm, useSection } from './form.ts'
import { GoodsPick, GroupsPick } from './GoodsPick.tsx'
import styles from './Program.module.css'

const ways = ['highest', 'multiply', 'add'] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const fresh: Omit<Boost, 'name'> = { timesMilli: 2_000, itemIds: [], categoryIds: [], groupIds: [], weekdays: [], fromMinute: 0, untilMinute: 1_440 }

/** What makes points count more than once: for goods, groups, weekdays and hours; and on a birthday. */
export function MultiplierSection() {
  const { t } = useTranslation('program')
  const { disabled, refused } = useForm()
  const [multipliers, set] = useSection('multipliers')
  const { boosts } = multipliers
  const change = (at: number, part: Partial<Boost>) => set({ boosts: boosts.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  return (
    <div className={styles['section']}>
      <ChoiceField label={t('combine')} value={multipliers.combine} choices={ways.map((value) => ({ value, label: t(`combine-${value}`) }))} onValue={(combine) => set({ combine })} note={t(`combine-${multipliers.combine}-why`)} />
      <div className={styles['two']}>
        <TimesField label={t('cap')} description={t('cap-why')} value={multipliers.capMilli} onValue={(capMilli) => set({ capMilli })} />
        <TimesField label={t('birthday-times')} description={t('birthday-times-why')} value={multipliers.birthdayTimesMilli} onValue={(birthdayTimesMilli) => set({ birthdayTimesMilli })} />
      </div>
      {boosts.map((boost, at) => <BoostRow key={at} boost={boost} onChange={(part) => change(at, part)} onRemove={() => set({ boosts: boosts.filter((_, place) => place !== at) })} />)}
      {refused === 'multipliers.boosts' && <p className={styles['wrong']} role="alert">{t('wrong-boosts')}</p>}
      <Button variant="default" className={styles['add'] ?? ''} disabled={disabled || boosts.length >= 100} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ boosts: [...boosts, { ...fresh, name: t('boost-name', { number: boosts.length + 1 }) }] })}>{t('add-boost')}</Button>
    </div>
  )
}

type Props = { readonly boost: Boost; readonly onChange: (part: Partial<Boost>) => void; readonly onRemove: () => void }
function BoostRow({ boost, onChange, onRemove }: Props) {
  const { t } = useTranslation('program')
  const { disabled } = useForm()
  return (
    <div className={styles['item']} role="group" aria-label={boost.name}>
      <div className={styles['itemHead']}>
        <TextInput label={t('name')} value={boost.name} maxLength={60} disabled={disabled} error={boost.name.trim() === '' && t('name-needed')} data-wrong={boost.name.trim() === '' || undefined} onChange={(event) => onChange({ name: event.currentTarget.value })} />
        <TimesField label={t('times')} value={boost.timesMilli} onValue={(timesMilli) => onChange({ timesMilli })} />
        <ActionIcon color="gray" disabled={disabled} aria-label={t('remove-name', { name: boost.name })} onClick={onRemove}><IconTrash size={20} aria-hidden /></ActionIcon>
      </div>
      <GoodsPick value={boost} disabled={disabled} onValue={({ itemIds, categoryIds }) => onChange({ itemIds, categoryIds })} />
      <GroupsPick label={t('groups')} value={boost.groupIds} disabled={disabled} onValue={(groupIds) => onChange({ groupIds })} />
      <WhenPick boost={boost} onChange={onChange} />
    </div>
  )
}

function WhenPick({ boost, onChange }: Omit<Props, 'onRemove'>) {
  const { t } = useTranslation('program')
  const { disabled } = useForm()
  const { locale } = useFormat()
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const aMonday = Date.UTC(2026, 0, 5)
  const at = (weekday: number) => new Date(aMonday + (weekday - 1) * 86_400_000)
  const flip = (weekday: number) => onChange({ weekdays: boost.weekdays.includes(weekday) ? boost.weekdays.filter((other) => other !== weekday) : [...boost.weekdays, weekday].toSorted((a, b) => a - b) })
  const hour = (end: 'from' | 'until', key: 'fromMinute' | 'untilMinute') => (
    <TimeField label={t(end)} end={end} value={boost[key]} onValue={(minutes) => onChange({ [key]: minutes })} />
  )
  return (
    <>
      <div>
        <p className={styles['label']}>{t('weekdays')}</p>
        <div className={styles['days']} role="group" aria-label={t('weekdays')}>
          {weekdays.map((weekday) => <button key={weekday} type="button" className={styles['day']} disabled={disabled} aria-pressed={boost.weekdays.includes(weekday)} aria-label={long.format(at(weekday))} onClick={() => flip(weekday)}>{short.format(at(weekday))}</button>)}
        </div>
        <p className={styles['note']} style={{ marginTop: 6 }}>{t('weekdays-why')}</p>
      </div>
      <div className={styles['two']}>{hour('from', 'fromMinute')}{hour('until', 'untilMinute')}</div>
    </>
  )
}
