import { Button, Select, Switch, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../main/handlers.ts'
import type { PriceListId } from '../../../main/vocabulary.ts'
import { call, CallFailed, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useKeys } from '../../use-keys.ts'
import { sayFailure } from '../../words.ts'
import { colours, draftOf, emptyGroup, formOf, ppmOf, problemsOf, timesOf, type GroupForm, type GroupRow } from './group-form.ts'
import { shade } from './GroupDot.tsx'
import styles from './Groups.module.css'
import { PointsTimes } from './PointsTimes.tsx'
import { usePointsRules, type PointsRules } from './use-points-rules.ts'

type Props = { readonly group: GroupRow | null; readonly onClose: () => void; readonly onSaved: (saved: Output<'customers/save-group'>, name: string) => void }

/** The side form of a group (S2-25 to S2-29). Closing with something typed asks first. */
export function GroupDialog({ group, onClose, onSaved }: Props) {
  const { t } = useTranslation('groups')
  const { form, change, errorOf, save, busy, dirty, rules } = useGroup(group, onSaved)
  useKeys({ 'Ctrl+S': save })
  return (
    <FormModal dirty={dirty} onClose={onClose} onSave={save} title={t(group ? 'edit-group' : 'new-group')} size={640}>{(close) => (
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        <TextInput label={t('name')} value={form.name} maxLength={64} error={errorOf('name')} autoComplete="off" data-autofocus onChange={(event) => change({ name: event.currentTarget.value })} />
        <Switch label={t('approval')} description={t('approval-what')} checked={form.needsApproval} onChange={(event) => change({ needsApproval: event.currentTarget.checked })} />
        <Textarea label={t('description')} description={t('description-what', { count: 500 - form.description.length })} value={form.description} maxLength={500} autosize minRows={2} maxRows={5} onChange={(event) => change({ description: event.currentTarget.value })} />
        <Prices form={form} change={change} errorOf={errorOf} rules={rules} />
        <Colours value={form.colour} onValue={(colour) => change({ colour })} />
        <Switch label={t('pay-later')} description={t('pay-later-what')} checked={form.payLater} onChange={(event) => change({ payLater: event.currentTarget.checked })} />
        <Switch label={t('is-default')} description={t(group?.isDefault ? 'is-default-stays' : 'is-default-what')} disabled={group?.isDefault ?? false} checked={form.isDefault} onChange={(event) => change({ isDefault: event.currentTarget.checked })} />
        <div className={`${styles['feet']} ${styles['sticky']}`}><Button variant="default" onClick={close}>{t('ui:cancel')}</Button><Button type="submit" loading={busy} title="Ctrl+S">{t('ui:save')}</Button></div>
      </form>
    )}</FormModal>
  )
}

type Field = 'name' | 'percent' | 'times'
function useGroup(group: GroupRow | null, onSaved: Props['onSaved']) {
  const { t } = useTranslation('groups')
  const format = useFormat()
  const rules = usePointsRules()
  const [first] = useState(() => (group ? formOf(group, format.locale) : emptyGroup))
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  // What was typed is no multiplier any more once the programme is closed to whoever typed it.
  const times = rules.state === 'open' ? form.times : first.times
  const problems = problemsOf({ ...form, times }, first, rules.mostMilli)
  const act = useAct(async (requestId: ReturnType<typeof newRequestId>) => {
    const newTimes = times === first.times ? null : timesOf(form, rules.mostMilli)
    const saved = await call('customers/save-group', { requestId, id: group?.id ?? null, ...draftOf(form, ppmOf(form) ?? 0, newTimes) })
    const was = group && (form.isDefault === first.isDefault) && { id: group.id, ...draftOf({ ...first, isDefault: false }, group.discountPpm, newTimes === null ? null : group.timesMilli) }
    sayToast({ tone: 'done', text: t('saved', { name: form.name.trim() }), ...(was ? { undo: () => void putBack(was) } : {}) })
    onSaved(saved, form.name.trim())
  }, (failure) => failure.facts['field'] === 'name' && (setRefused(sayFailure(failure)), true))
  const save = () => {
    setTried(true)
    if (Object.keys(problems).length === 0) void act.run(newRequestId())
  }
  const change = (part: Partial<GroupForm>) => {
    if (part.name !== undefined) setRefused(null)
    setForm({ ...form, ...part })
  }
  const errorOf = (field: Field) => (tried && problems[field] ? t(problems[field], { most: format.quantity(rules.mostMilli) }) : field === 'name' ? refused : null)
  return { form, change, errorOf, save, busy: act.busy, dirty: JSON.stringify(form) !== JSON.stringify(first), rules }
}

/** An undo outlives the dialog it was offered on, so it says its own failure. */
async function putBack(was: Omit<Input<'customers/save-group'>, 'requestId'>): Promise<void> {
  try {
    await call('customers/save-group', { requestId: newRequestId(), ...was })
  } catch (error) {
    sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) })
  }
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
type Fields = { readonly form: GroupForm; readonly change: (part: Partial<GroupForm>) => void; readonly errorOf: (field: Field) => string | null; readonly rules: PointsRules }
/** What members pay, and how often they earn. */
function Prices({ form, change, errorOf, rules }: Fields) {
  const { t } = useTranslation('groups')
  const lists = useAsk('items/price-lists', null, ['items-changed'], { keepLast: true }).data ?? []
  return (
    <div className={styles['two']}>
      <Select label={t('price-list')} description={t('price-list-what')} inputWrapperOrder={order} allowDeselect={false} data={[{ value: '', label: t('everyones-prices') }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]} value={form.priceListId ?? ''} onChange={(id) => change({ priceListId: (id || null) as PriceListId | null })} />
      <TextInput label={t('discount-percent')} description={t('discount-what')} inputWrapperOrder={order} value={form.percent} maxLength={6} inputMode="decimal" autoComplete="off" rightSection="%" error={errorOf('percent')} onChange={(event) => change({ percent: event.currentTarget.value })} />
      <PointsTimes rules={rules} value={form.times} onValue={(times) => change({ times })} error={errorOf('times')} />
    </div>
  )
}

function Colours({ value, onValue }: { readonly value: GroupForm['colour']; readonly onValue: (colour: GroupForm['colour']) => void }) {
  const { t } = useTranslation('groups')
  return (
    <div>
      <p className={styles['label']} id="group-colour">{t('colour')}</p>
      <div className={styles['colours']} role="radiogroup" aria-labelledby="group-colour">
        {colours.map((colour) => (
          <UnstyledButton key={colour} className={styles['colour']} role="radio" aria-checked={colour === value} aria-label={t(`colour-${colour || 'none'}`)} title={t(`colour-${colour || 'none'}`)} onClick={() => onValue(colour)}>
            <span style={{ background: shade(colour), color: colour === '' ? 'var(--text)' : '#FFFFFF' }}>{colour === value && <IconCheck size={16} aria-hidden />}</span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  )
}
