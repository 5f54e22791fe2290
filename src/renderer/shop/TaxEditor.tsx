import { ActionIcon, Button, Checkbox, Switch } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../main/handlers.ts'
import type { Language } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { Section } from '../ui/Page.tsx'
import { SavedText } from '../ui/SavedText.tsx'
import { useAct, useAsk } from '../use-call.ts'
import styles from './Shop.module.css'
import { percentOf, ppmOf } from './tax-presets.ts'
import type { ShopChange } from './use-shop-change.ts'

type Edited = Omit<Input<'shop/save-taxes'>, 'requestId'>
type Rate = Edited['rates'][number]
type TaxClass = Edited['classes'][number]

/** Taxes with their classes; a class names its taxes by their place, as the door takes it. */
const asEdited = ({ rates, classes }: Output<'shop/taxes'>): Edited => ({
  rates: rates.map((rate) => ({ ...rate })),
  classes: classes.map(({ id, name, rateIds }) => ({ id, name, rates: rateIds.map((rateId) => rates.findIndex((rate) => rate.id === rateId)) })),
})

/** Without the rate at that place; the classes that bore it bear the others. */
const without = ({ rates, classes }: Edited, place: number): Edited => ({
  rates: rates.filter((_, at) => at !== place),
  classes: classes.map((one) => ({ ...one, rates: one.rates.filter((at) => at !== place).map((at) => (at > place ? at - 1 : at)) })),
})

const save = (edited: Edited) => call('shop/save-taxes', { requestId: newRequestId(), ...edited })

/** The taxes the shop charges, and the classes that say which item bears which. Saved at once, with Undo. */
export function TaxEditor({ change }: { readonly change: ShopChange }) {
  const { t } = useTranslation('shop')
  const taxes = useAsk('shop/taxes', {}, ['shop-changed'])
  const undo = useAct(save)
  const act = useAct(async (edited: Edited, before: Edited) => {
    await save(edited)
    sayToast({ tone: 'done', text: t('saved'), undo: () => void undo.run(before) })
  })
  if (taxes.error) return <Failure failure={taxes.error} retry={() => void taxes.refetch()} />
  if (!taxes.data) return <Late rows={3} />
  const before = asEdited(taxes.data)
  const onSave = (edited: Edited) => void act.run(edited, before)
  return (
    <Section title={t('taxes')}>
      <Rates edited={before} disabled={!change.mayEdit} onSave={onSave} />
      <Switch
        label={t('pricesIncludeTax')} description={t('pricesIncludeTax-why')} checked={change.shop.pricesIncludeTax} disabled={!change.mayEdit}
        onChange={(event) => change.change({ pricesIncludeTax: event.currentTarget.checked })}
      />
      <Classes edited={before} disabled={!change.mayEdit} onSave={onSave} />
    </Section>
  )
}

type Props = { readonly edited: Edited; readonly disabled: boolean; readonly onSave: (edited: Edited) => void }

function Rates({ edited, disabled, onSave }: Props) {
  const { t } = useTranslation('shop')
  const { rates } = edited
  const change = (place: number, changed: Partial<Rate>) => onSave({ ...edited, rates: rates.map((rate, at) => (at === place ? { ...rate, ...changed } : rate)) })
  const free = newName(t('taxes'), rates.map(({ name }) => name))
  return (
    <div className={styles['list']}>
      {rates.length === 0 && <p className={styles['note']}>{t('no-taxes')}</p>}
      {rates.map((rate, at) => (
        <div key={rate.id} className={styles['rate']}>
          <SavedText label={t('tax-name')} hideLabel value={rate.name} most={60} disabled={disabled} check={(name) => (name.trim() === '' ? t('name-needed') : undefined)} onSave={(name) => change(at, { name })} />
          <RateField rate={rate} disabled={disabled} onSave={(ratePpm) => change(at, { ratePpm })} />
          <ActionIcon color="gray" disabled={disabled} aria-label={t('remove-tax', { name: rate.name })} onClick={() => onSave(without(edited, at))}><IconTrash size={20} aria-hidden /></ActionIcon>
        </div>
      ))}
      <Button
        variant="default" className={styles['add'] ?? ''} disabled={disabled || rates.length >= 10} leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onSave({ ...edited, rates: [...rates, { id: null, name: free, ratePpm: 0 as Rate['ratePpm'] }] })}
      >{t('add-tax')}</Button>
    </div>
  )
}

function RateField({ rate, disabled, onSave }: { readonly rate: Rate; readonly disabled: boolean; readonly onSave: (ppm: Rate['ratePpm']) => void }) {
  const { t, i18n } = useTranslation('shop')
  return (
    <SavedText
      label={t('tax-rate')} hideLabel unit="%" most={10} value={percentOf(rate.ratePpm, i18n.language as Language)} disabled={disabled}
      check={(typed) => (ppmOf(typed) === null ? t('tax-rate-wrong') : undefined)} onSave={(typed) => onSave((ppmOf(typed) ?? 0) as Rate['ratePpm'])}
    />
  )
}

function Classes({ edited, disabled, onSave }: Props) {
  const { t } = useTranslation('shop')
  const { rates, classes } = edited
  const change = (place: number, changed: Partial<TaxClass>) => onSave({ ...edited, classes: classes.map((one, at) => (at === place ? { ...one, ...changed } : one)) })
  const bear = ({ rates: borne }: TaxClass, at: number, on: boolean) => (on ? [...borne, at].toSorted((one, other) => one - other) : borne.filter((other) => other !== at))
  return (
    <div className={styles['list']}>
      <p className={styles['label']}>{t('classes')}</p>
      <p className="muted" style={{ margin: 0 }}>{t('classes-why')}</p>
      {classes.map((one, place) => (
        <div key={one.id} className={styles['class']}>
          <SavedText label={t('class-name')} hideLabel value={one.name} most={60} disabled={disabled} check={(name) => (name.trim() === '' ? t('name-needed') : undefined)} onSave={(name) => change(place, { name })} />
          <div className={styles['checks']} role="group" aria-label={`${one.name}: ${t('rates')}`}>
            {rates.map((rate, at) => <Checkbox key={rate.id} label={rate.name} checked={one.rates.includes(at)} disabled={disabled} onChange={(event) => change(place, { rates: bear(one, at, event.currentTarget.checked) })} />)}
          </div>
        </div>
      ))}
      <Button
        variant="default" className={styles['add'] ?? ''} disabled={disabled || classes.length >= 20} leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onSave({ ...edited, classes: [...classes, { id: null, name: newName(t('classes'), classes.map(({ name }) => name)), rates: [] }] })}
      >{t('add-class')}</Button>
    </div>
  )
}

/** A name that is not taken yet: "Taxes 3". */
function newName(word: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${word} ${number}`)) number++
  return `${word} ${number}`
}
