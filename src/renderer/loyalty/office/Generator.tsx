import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId, type CallFailed } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { Sure } from '../../ui/Sure.tsx'
import { useAct } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import styles from './Office.module.css'

const most = { count: 5_000, digits: 14 }
const least = { digits: 5 }
type Form = { readonly count: string; readonly prefix: string; readonly digits: string; readonly withCheck: boolean }
const first: Form = { count: '50', prefix: 'C', digits: '8', withCheck: true }
const wholeIn = (typed: string, from: number, to: number): boolean => /^\d{1,5}$/.test(typed.trim()) && Number(typed) >= from && Number(typed) <= to

/** How many codes and of what form. Codes cannot be unmade, so a batch beside many unused ones is asked about first. */
export function Generator({ disabled, onMade }: { readonly disabled: boolean; readonly onMade: () => void }) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<CallFailed | null>(null)
  const change = (part: Partial<Form>) => (setFailure(null), setForm({ ...form, ...part }))
  const wrong = {
    count: wholeIn(form.count, 1, most.count) ? null : t('count-wrong', { most: format.whole(most.count) }), prefix: /^[A-Z]{0,6}$/.test(form.prefix) ? null : t('prefix-wrong'),
    digits: wholeIn(form.digits, least.digits, most.digits) ? null : t('digits-wrong', { least: least.digits, most: most.digits }),
  }
  const make = useAct(async (anyway: boolean) => {
    const made = await call('loyalty/make-cards', { requestId: newRequestId(), count: Number(form.count), prefix: form.prefix, digits: Number(form.digits), withCheck: form.withCheck, anyway })
    sayToast({ tone: 'done', text: t('made', { number: made.number, count: made.codes, shown: format.whole(made.codes) }) })
    setFailure(null)
    onMade()
  }, (failed) => (setFailure(failed), true))
  const send = () => {
    setTried(true)
    if (Object.values(wrong).every((problem) => problem === null)) void make.run(false)
  }
  const unused = failure?.code === 'codes-unused' ? failure : null
  return (
    <form className={styles['generate']} noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <TextInput className={styles['short'] ?? ''} label={t('count')} value={form.count} disabled={disabled} inputMode="numeric" maxLength={5} error={tried && wrong.count} onChange={(event) => change({ count: event.currentTarget.value })} />
      <TextInput className={styles['short'] ?? ''} label={t('prefix')} value={form.prefix} disabled={disabled} maxLength={6} error={tried && wrong.prefix} onChange={(event) => change({ prefix: event.currentTarget.value.toUpperCase() })} />
      <TextInput className={styles['short'] ?? ''} label={t('digits')} value={form.digits} disabled={disabled} inputMode="numeric" maxLength={2} error={tried && wrong.digits} onChange={(event) => change({ digits: event.currentTarget.value })} />
      <Checkbox className={styles['checked'] ?? ''} label={t('check-digit')} checked={form.withCheck} disabled={disabled} onChange={(event) => change({ withCheck: event.currentTarget.checked })} />
      <Button type="submit" className={styles['do'] ?? ''} disabled={disabled} loading={make.busy}>{t('generate')}</Button>
      {failure && !unused && <p role="alert" style={{ flexBasis: '100%', margin: 0, color: 'var(--danger)' }}>{sayFailure(failure)}</p>}
      <Sure
        opened={unused !== null} danger={false} title={t('anyway-title')} consequence={t('anyway-ask', { count: Number(unused?.facts['unused'] ?? 0), number: unused?.facts['number'] })}
        yes={t('anyway')} busy={make.busy} onNo={() => setFailure(null)} onYes={() => void make.run(true)}
      />
    </form>
  )
}
