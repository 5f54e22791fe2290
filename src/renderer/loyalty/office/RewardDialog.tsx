import { Button, Modal, MultiSelect, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate, TierId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { DayField } from '../../ui/DayField.tsx'
import { useAskFirst } from '../../unsaved.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { useKeys } from '../../use-keys.ts'
import { CategoriesPick, GoodsPick } from './GoodsPick.tsx'
import office from './Office.module.css'
import styles from './Program.module.css'
import { draftOf, emptyReward, formOf, problemsOf, rewardKinds, type Reward, type RewardField, type RewardForm, type RewardKind, type RewardProblems } from './reward-form.ts'

type Fields = { readonly form: RewardForm; readonly change: (part: Partial<RewardForm>) => void; readonly problems: RewardProblems }

/** Adds a reward or changes one. Redemptions of the past keep what it was. Closing with something typed asks first. */
export function RewardDialog({ reward, onClose }: { readonly reward: Reward | null; readonly onClose: () => void }) {
  const { t } = useTranslation('program')
  const { dirty, save, busy, ...fields } = useReward(reward, onClose)
  const leaving = useAskFirst(dirty, onClose)
  useKeys({ 'Ctrl+S': save })
  return (
    <Modal opened onClose={leaving.tryLeave} title={t(reward ? 'edit-reward' : 'new-reward')} size={720} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={office['stack']} noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        <Main {...fields} />
        <What {...fields} />
        <Terms {...fields} />
        {leaving.asking ? (
          <div className={`${office['feet']} ${styles['lastRow']}`} role="alertdialog" aria-label={t('ui:unsaved')}>
            <p style={{ flex: 1, margin: 0 }}>{t('ui:unsaved-ask')}</p>
            <Button variant="default" onClick={leaving.discard}>{t('ui:discard')}</Button>
            <Button type="submit" variant="default">{t('ui:save')}</Button>
            <Button onClick={leaving.keep} ref={(button) => button?.focus()}>{t('ui:keep-editing')}</Button>
          </div>
        ) : (
          <div className={`${office['feet']} ${styles['lastRow']}`}><Button variant="default" onClick={leaving.tryLeave}>{t('ui:cancel')}</Button><Button type="submit" disabled={busy} title="Ctrl+S">{t('ui:save')}</Button></div>
        )}
      </form>
    </Modal>
  )
}

function useReward(reward: Reward | null, onSaved: () => void) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const first = useMemo(() => (reward ? formOf(reward, format) : emptyReward), [reward, format])
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const problems = problemsOf(form, format.readMoney)
  const act = useAct(async () => {
    await call('loyalty/save-reward', { requestId: newRequestId(), id: reward?.id ?? null, draft: draftOf(form, format.readMoney) })
    sayToast({ tone: 'done', text: t('reward-saved', { name: form.name.trim() }) })
    onSaved()
  })
  const save = () => {
    setTried(true)
    if (Object.keys(problems).length === 0) void act.run()
  }
  return { form, change: (part: Partial<RewardForm>) => setForm({ ...form, ...part }), problems: tried ? problems : {}, save, busy: act.busy, dirty: JSON.stringify(form) !== JSON.stringify(first) }
}

const useSay = (problems: RewardProblems) => {
  const { t } = useTranslation('program')
  return (field: RewardField) => (problems[field] ? t(problems[field]) : undefined)
}

function Main({ form, change, problems }: Fields) {
  const { t } = useTranslation('program')
  const say = useSay(problems)
  return (
    <div className={styles['two']} style={{ gridTemplateColumns: 'minmax(0, 1fr) 160px' }}>
      <TextInput label={t('name')} value={form.name} maxLength={80} error={say('name')} autoComplete="off" data-autofocus onChange={(event) => change({ name: event.currentTarget.value })} />
      <TextInput label={t('costs-points')} value={form.points} maxLength={10} error={say('points')} inputMode="numeric" autoComplete="off" onChange={(event) => change({ points: event.currentTarget.value })} />
    </div>
  )
}

function What({ form, change, problems }: Fields) {
  const { t } = useTranslation('program')
  const say = useSay(problems)
  const text = (field: 'money' | 'percent' | 'most', unit?: string) => (
    <TextInput label={t(`reward-${field}`)} value={form[field]} maxLength={12} error={say(field)} inputMode="decimal" autoComplete="off" rightSection={unit} placeholder={field === 'most' ? t('no-limit') : ''} onChange={(event) => change({ [field]: event.currentTarget.value })} />
  )
  const isPercent = form.kind === 'percent' || form.kind === 'category-percent'
  return (
    <>
      <div>
        <p className={styles['label']} id="reward-kind">{t('gives')}</p>
        <SegmentedControl fullWidth aria-labelledby="reward-kind" value={form.kind} data={rewardKinds.map((value) => ({ value, label: t(`kind-${value}`) }))} onChange={(kind) => change({ kind: kind as RewardKind })} />
        <p className={styles['note']} style={{ marginTop: 6 }}>{t(form.kind === 'money' || form.kind === 'percent' ? 'alone-why' : 'beside-why')}</p>
      </div>
      <div className={styles['two']}>{form.kind === 'money' && text('money')}{isPercent && text('percent', '%')}{form.kind !== 'money' && text('most')}</div>
      {form.kind === 'category-percent' && <CategoriesPick label={t('categories')} value={form.categoryIds} disabled={false} onValue={(categoryIds) => change({ categoryIds })} />}
      {form.kind === 'product' && <GoodsPick value={form} disabled={false} onValue={change} />}
      {problems.goods && <p className={styles['wrong']} role="alert">{say('goods')}</p>}
    </>
  )
}

function Terms({ form, change, problems }: Fields) {
  const { t } = useTranslation('program')
  const say = useSay(problems)
  const tiers = useAsk('loyalty/programs', {}, ['loyalty-changed'], { keepLast: true }).data?.now?.rules.tiers.levels ?? []
  const date = (field: 'startsOn' | 'endsOn') => <DayField optional label={t(field)} placeholder="–" value={(form[field] || null) as PlainDate | null} error={field === 'endsOn' ? say('endsOn') : undefined} onValue={(day) => change({ [field]: day ?? '' })} />
  return (
    <>
      <div className={styles['two']}>
        <MultiSelect label={t('tiers-for')} placeholder={form.tierIds.length === 0 ? t('everyone') : ''} clearable disabled={tiers.length === 0} data={tiers.map(({ id, name }) => ({ value: id, label: name }))} value={form.tierIds} onChange={(ids) => change({ tierIds: ids as TierId[] })} clearButtonProps={{ 'aria-label': t('ui:clear') }} />
        <TextInput label={t('minimum-spend-reward')} value={form.minimum} maxLength={12} error={say('minimum')} inputMode="decimal" placeholder="–" onChange={(event) => change({ minimum: event.currentTarget.value })} />
      </div>
      <div className={styles['two']}>{date('startsOn')}{date('endsOn')}</div>
      <Switch label={t('offered')} checked={form.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
    </>
  )
}
