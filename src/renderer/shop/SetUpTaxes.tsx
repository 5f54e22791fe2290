import { ActionIcon, Button, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DraftText } from './SetUpPlace.tsx'
import styles from './SetUp.module.css'
import type { TypedRate } from './tax-presets.ts'
import type { SetUpState } from './use-set-up.ts'

const mostRates = 10

/** The usual taxes of the place are filled in; each can be renamed, changed, removed, and others added. */
export function SetUpTaxes({ setUp }: { readonly setUp: SetUpState }) {
  const { t } = useTranslation('setup')
  const { rates, pricesIncludeTax } = setUp.draft
  const save = (next: readonly TypedRate[]) => setUp.change({ rates: next })
  return (
    <div className={styles['fields']}>
      <div className={styles['rates']} role="group" aria-label={t('title-taxes')}>
        {rates.length > 0 && <div className={styles['rateHead']} aria-hidden><span>{t('tax-name')}</span><span>{t('tax-rate')}</span></div>}
        {rates.length === 0 && <p className={styles['note']}>{t('no-taxes')}</p>}
        {rates.map((rate, at) => (
          <RateRow
            key={at} at={at} rate={rate} setUp={setUp}
            onChange={(changed) => save(rates.with(at, changed))} onRemove={() => save(rates.filter((_, other) => other !== at))}
          />
        ))}
        {rates.length < mostRates && <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => save([...rates, { name: '', percent: '' }])}>{t('add-tax')}</Button>}
      </div>
      <Switch
        label={t('prices-include-tax')} description={t('prices-include-tax-why')} checked={pricesIncludeTax}
        onChange={(event) => setUp.change({ pricesIncludeTax: event.currentTarget.checked })}
      />
      <DraftText setUp={setUp} name="taxNumber" />
    </div>
  )
}

type RowProps = { readonly at: number; readonly rate: TypedRate; readonly setUp: SetUpState; readonly onChange: (rate: TypedRate) => void; readonly onRemove: () => void }

function RateRow({ at, rate, setUp, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('setup')
  const problem = (field: string) => setUp.problems[`rates.${at}.${field}`]
  const say = (words: string | undefined) => words && t(words)
  return (
    <div className={styles['rate']}>
      <TextInput
        aria-label={t('tax-name')} value={rate.name} maxLength={60} error={say(problem('name'))} {...(at === 0 ? { 'data-first': true } : {})}
        onChange={(event) => onChange({ ...rate, name: event.currentTarget.value })} onBlur={() => setUp.left(`rates.${at}.name`)}
      />
      <TextInput
        aria-label={t('tax-rate')} value={rate.percent} maxLength={10} inputMode="decimal" rightSection="%" error={say(problem('percent'))}
        onChange={(event) => onChange({ ...rate, percent: event.currentTarget.value })} onBlur={() => setUp.left(`rates.${at}.percent`)}
      />
      <ActionIcon aria-label={t('remove-tax', { name: rate.name })} color="gray" onClick={onRemove}><IconTrash size={20} aria-hidden /></ActionIcon>
    </div>
  )
}
