import { Button, Select, Switch, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { PriceListId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useKeys } from '../../use-keys.ts'
import { sayFailure } from '../../words.ts'
import { colours, draftOf, emptyGroup, formOf, ppmOf, problemsOf, type GroupForm, type GroupRow } from './group-form.ts'
import { shade } from './GroupDot.tsx'
import styles from './Groups.module.css'

type Props = { readonly group: GroupRow | null; readonly onClose: () => void; readonly onSaved: (saved: Output<'customers/save-group'>, name: string) => void }

/** The side form of a group (S2-25 to S2-29). Closing with something typed asks first. */
export function GroupDialog({ group, onClose, onSaved }: Props) {
  const { t } = useTranslation('groups')
  const { form, change, errorOf, save, busy, dirty } = useGroup(group, onSaved)
  useKeys({ 'Ctrl+S': save })
  return (
    <FormModal dirty={dirty} onClose={onClose} onSave={save} title={t(group ? 'edit-group' : 'new-group')} size={640}>{(close) => (
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        <TextInput label={t('name')} value={form.name} maxLength={64} error={errorOf('name')} autoComplete="off" data-autofocus onChange={(event) => change({ name: event.currentTarget.value })} />
        <Switch label={t('approval')} description={t('approval-what')} checked={form.needsApproval} onChange={(event) => change({ needsApproval: event.currentTarget.checked })} />
        <Textarea label={t('description')} description={t('description-what', { count: 500 - form.description.length })} value={form.description} maxLength={500} autosize minRows={2} maxRows={5} onChange={(event) => change({ description: event.currentTarget.value })} />
        <Prices form={form} change={change} error={errorOf('percent')} />
        <Colours value={form.colour} onValue={(colour) => change({ colour })} />
        <Switch label={t('pay-later')} description={t('pay-later-what')} checked={form.payLater} onChange={(event) => change({ payLater: event.currentTarget.checked })} />
        <Switch label={t('is-default')} description={t(group?.isDefault ? 'is-default-stays' : 'is-default-what')} disabled={group?.isDefault ?? false} checked={form.isDefault} onChange={(event) => change({ isDefault: event.currentTarget.checked })} />
        <div className={`${styles['feet']} ${styles['sticky']}`}><Button variant="default" onClick={close}>{t('ui:cancel')}</Button><Button type="submit" loading={busy} title="Ctrl+S">{t('ui:save')}</Button></div>
      </form>
    )}</FormModal>
  )
}

function useGroup(group: GroupRow | null, onSaved: Props['onSaved']) {
  const { t } = useTranslation('groups')
  const [first] = useState(() => (group ? formOf(group) : emptyGroup))
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const problems = problemsOf(form)
  const act = useAct(async (requestId: ReturnType<typeof newRequestId>) => {
    const saved = await call('customers/save-group', { requestId, id: group?.id ?? null, ...draftOf(form, ppmOf(form) ?? 0) })
    sayToast({ tone: 'done', text: t('saved', { name: form.name.trim() }) })
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
  const errorOf = (field: 'name' | 'percent') => (tried && problems[field] ? t(problems[field]) : field === 'name' ? refused : null)
  return { form, change, errorOf, save, busy: act.busy, dirty: JSON.stringify(form) !== JSON.stringify(first) }
}

type Fields = { readonly form: GroupForm; readonly change: (part: Partial<GroupForm>) => void; readonly error: string | null }
/** What members pay. How often they earn is a rule of the loyalty programme, and changed there. */
function Prices({ form, change, error }: Fields) {
  const { t } = useTranslation('groups')
  const lists = useAsk('items/price-lists', null, ['items-changed'], { keepLast: true }).data ?? []
  return (
    <div className={styles['two']}>
      <Select label={t('price-list')} description={t('price-list-what')} allowDeselect={false} data={[{ value: '', label: t('everyones-prices') }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]} value={form.priceListId ?? ''} onChange={(id) => change({ priceListId: (id || null) as PriceListId | null })} />
      <TextInput label={t('discount-percent')} description={t('discount-what')} value={form.percent} maxLength={6} inputMode="decimal" autoComplete="off" rightSection="%" error={error} onChange={(event) => change({ percent: event.currentTarget.value })} />
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
