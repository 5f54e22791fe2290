import { Button, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { Locked, Section } from '../../ui/Page.tsx'
import { SavedText } from '../../ui/SavedText.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import styles from './Groups.module.css'
import { usualQuestions } from '../../usual-questions.ts'

type Rules = Input<'customers/save-rules'>['rules']
const send = (rules: Rules) => call('customers/save-rules', { requestId: newRequestId(), rules })
const [mostQuestions, mostLetters, mostDays] = [30, 120, 3_650]

/** What somebody pending earns, how long somebody denied is kept, and the security questions to choose from. Everything is saved at once, with Undo. */
export function CustomerSettings() {
  const { t } = useTranslation('groups')
  const mayEdit = useRights()('edit-shop') === 'yes'
  const { data: rules } = useAsk('customers/rules', {}, ['shop-changed'])
  const undo = useAct(send)
  const save = useAct(async (before: Rules, changes: Partial<Rules>) => {
    await send({ ...before, ...changes })
    sayToast({ tone: 'done', text: t('rules-saved'), undo: () => void undo.run(before) })
  })
  if (!rules) return null
  const change = (changes: Partial<Rules>) => void save.run({ ...rules, questions: [...rules.questions] }, changes)
  return (
    <Section title={t('rules')}>
      {!mayEdit && <Locked sentence={t('shop:owner-only')} />}
      <Switch label={t('pending-earns')} description={t('pending-earns-what')} checked={rules.pendingEarns} disabled={!mayEdit} onChange={(event) => change({ pendingEarns: event.currentTarget.checked })} />
      <SavedText
        label={t('denied-days')} description={t('denied-days-what')} value={String(rules.deniedDays)} most={4} disabled={!mayEdit}
        check={(typed) => (isDays(typed) ? undefined : t('scan:from-to', { from: 0, to: mostDays }))} onSave={(typed) => change({ deniedDays: Number(typed) })}
      />
      <Questions questions={rules.questions} disabled={!mayEdit} onSave={(questions) => change({ questions })} />
    </Section>
  )
}
const isDays = (typed: string): boolean => /^\d{1,4}$/.test(typed.trim()) && Number(typed) <= mostDays

type QuestionsProps = { readonly questions: readonly string[]; readonly disabled: boolean; readonly onSave: (questions: string[]) => void }
/** One a line, in the order they are offered; the usual ones come back in the language of whoever reads them. */
function Questions({ questions, disabled, onSave }: QuestionsProps) {
  const { t } = useTranslation('groups')
  const usual = usualQuestions(t)
  const shown = questions.length > 0 ? questions : usual
  const linesOf = (typed: string) => typed.split('\n').map((line) => line.trim()).filter(Boolean)
  const check = (typed: string) => {
    const lines = linesOf(typed)
    if (lines.length > mostQuestions) return t('questions-most', { count: mostQuestions })
    return lines.some((line) => line.length > mostLetters) ? t('question-long', { count: mostLetters }) : undefined
  }
  return (
    <>
      <SavedText label={t('questions')} description={t('questions-what')} value={shown.join('\n')} most={(mostLetters + 1) * mostQuestions} lines={6} disabled={disabled} check={check} onSave={(typed) => onSave(linesOf(typed))} />
      {questions.length > 0 && !disabled && <div className={styles['feet']} style={{ marginTop: 0, justifyContent: 'flex-start' }}><Button variant="default" onClick={() => onSave([])}>{t('questions-usual')}</Button></div>}
    </>
  )
}
