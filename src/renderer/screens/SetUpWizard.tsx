import { Button, Progress } from '@mantine/core'
import { useEffect, useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { steps } from '../shop/set-up-draft.ts'
import { SetUpPlace } from '../shop/SetUpPlace.tsx'
import { SetUpLanguage, SetUpKind, SetUpMoney, SetUpOwner } from '../shop/SetUpSteps.tsx'
import { SetUpSummary } from '../shop/SetUpSummary.tsx'
import { SetUpTaxes } from '../shop/SetUpTaxes.tsx'
import { useSetUp, type SetUpState } from '../shop/use-set-up.ts'
import styles from './SetUpWizard.module.css'

/** First run, one question at a time. Back and Next keep what was typed, Enter goes on, and so does a reload. */
export function SetUpWizard() {
  const { t } = useTranslation('setup')
  const setUp = useSetUp()
  const form = useRef<HTMLFormElement>(null)
  const failed = setUp.tried || setUp.failure !== null
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first], [type=submit]')?.focus(), [setUp.step])
  useEffect(() => {
    if (failed) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [failed, setUp.step])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setUp.next()
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }
  return (
    <main className={styles['page']}>
      <form ref={form} className={styles['card']} onSubmit={onSubmit} noValidate>
        <header className={styles['head']}>
          <p className="muted" aria-live="polite">{t('step', { number: setUp.number, of: steps.length })}</p>
          <h1 className={styles['title']}>{t(`title-${setUp.step}`)}</h1>
          <p className={styles['lead']}>{t(`lead-${setUp.step}`)}</p>
          <Progress value={(100 * setUp.number) / steps.length} size={4} aria-label={t('progress')} />
        </header>
        <div className={styles['body']}><StepBody setUp={setUp} /></div>
        <Buttons setUp={setUp} />
      </form>
    </main>
  )
}

function StepBody({ setUp }: { readonly setUp: SetUpState }) {
  if (setUp.step === 'language') return <SetUpLanguage setUp={setUp} />
  if (setUp.step === 'shop') return <SetUpPlace setUp={setUp} />
  if (setUp.step === 'money') return <SetUpMoney setUp={setUp} />
  if (setUp.step === 'taxes') return <SetUpTaxes setUp={setUp} />
  if (setUp.step === 'kind') return <SetUpKind setUp={setUp} />
  if (setUp.step === 'owner') return <SetUpOwner setUp={setUp} />
  return <SetUpSummary setUp={setUp} />
}

function Buttons({ setUp }: { readonly setUp: SetUpState }) {
  const { t } = useTranslation('setup')
  const last = setUp.step === 'summary'
  return (
    <footer className={styles['foot']}>
      {setUp.step !== 'language' && <Button variant="default" onClick={setUp.back}>{t('back')}</Button>}
      <Button type="submit" className={styles['next'] ?? ''} loading={setUp.busy}>{last ? t('open-shop') : t('next')}</Button>
    </footer>
  )
}
