import { NumberInput, SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { Section } from '../ui/Page.tsx'
import { useAct, useAsk } from '../use-call.ts'
import { useRights } from '../use-rights.ts'
import styles from './Accounts.module.css'

type Rules = Input<'accounts/save-rules'>['rules']
const brakes = ['warn', 'pin', 'block'] as const
const save = (rules: Rules) => call('accounts/save-rules', { requestId: newRequestId(), rules })

/** Whether customers may pay later at all, when that is due, and what happens over the limit or when they are late. Saved at once, with Undo. */
export function PayLaterSettings() {
  const { t } = useTranslation('accounts')
  const rules = useAsk('accounts/rules', null, ['account-rules-changed'], { keepLast: true }).data
  const mayEdit = useRights()('edit-shop') === 'yes'
  const undo = useAct(save)
  const act = useAct(async (changes: Partial<Rules>) => {
    if (!rules) return
    await save({ ...rules, ...changes })
    sayToast({ tone: 'done', text: t('rules-saved'), undo: () => void undo.run(rules) })
  })
  if (!rules) return null
  const change = (changes: Partial<Rules>) => void act.run(changes)
  return (
    <Section title={t('pay-later')} note={t('pay-later-why')}>
      <Switch label={t('rule-on')} description={t('rule-on-what')} checked={rules.payLater} disabled={!mayEdit} onChange={(event) => change({ payLater: event.currentTarget.checked })} />
      {rules.payLater && (
        <>
          <Days word="rule-days" value={rules.days} disabled={!mayEdit} onSave={(days) => change({ days })} />
          <Brakes word="rule-over" value={rules.overLimit} disabled={!mayEdit} onSave={(overLimit) => change({ overLimit })} />
          <Brakes word="rule-overdue" value={rules.overdue} disabled={!mayEdit} onSave={(overdue) => change({ overdue })} />
          <Days word="rule-overdue-days" value={rules.overdueDays} disabled={!mayEdit} onSave={(overdueDays) => change({ overdueDays })} />
        </>
      )}
    </Section>
  )
}

type Setting<T> = { readonly word: string; readonly value: T; readonly disabled: boolean; readonly onSave: (value: T) => void }
function Brakes({ word, value, disabled, onSave }: Setting<Rules['overLimit']>) {
  const { t } = useTranslation('accounts')
  return (
    <div className={styles['setting']}>
      <span>{t(word)}</span>
      <SegmentedControl aria-label={t(word)} disabled={disabled} value={value} data={brakes.map((each) => ({ value: each, label: t(`brake-${each}`) }))} onChange={(next) => onSave(next as Rules['overLimit'])} />
    </div>
  )
}

/** Saved when the field is left. */
function Days({ word, value, disabled, onSave }: Setting<number>) {
  const { t } = useTranslation('accounts')
  return (
    <div className={styles['setting']}>
      <span aria-hidden>{t(word)}</span>
      <NumberInput
        key={value} aria-label={t(word)} className={styles['days'] ?? ''} defaultValue={value} min={0} max={365} allowDecimal={false} allowNegative={false} clampBehavior="strict" hideControls disabled={disabled} suffix={` ${t('days-word')}`}
        onBlur={(event) => {
          const typed = Number.parseInt(event.currentTarget.value, 10)
          if (Number.isInteger(typed) && typed !== value) onSave(typed)
        }}
      />
    </div>
  )
}
