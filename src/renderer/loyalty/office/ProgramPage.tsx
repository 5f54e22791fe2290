import { Button, SegmentedControl } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant, PlainDate } from '../../../main/vocabulary.ts'
import { useCommands } from '../../commands.ts'
import { useFormat } from '../../format.ts'
import { useHere } from '../../here.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Page } from '../../ui/Page.tsx'
import { todayIn } from '../../ui/read-date.ts'
import { Sure } from '../../ui/Sure.tsx'
import { useRights } from '../../use-rights.ts'
import { FormContext, type RulesForm as Form } from './form.ts'
import { Preview } from './Preview.tsx'
import styles from './Program.module.css'
import { RulesForm } from './RulesForm.tsx'
import { useProgram, type Program, type Start } from './use-program.ts'
import { VersionList } from './VersionList.tsx'

/** The rules of the programme. A change is a new version with its start; what is past stays as it was, and old points keep their rules. */
export function ProgramPage() {
  const { t } = useTranslation('program')
  const mayEdit = useRights()('edit-loyalty') === 'yes'
  const program = useProgram()
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const report = useCallback((field: string, isWrong: boolean) => setWrong((now) => (now.has(field) === isWrong ? now : new Set(isWrong ? [...now, field] : [...now].filter((other) => other !== field)))), [])
  const { rules, set, refused, resets, place, shown } = program
  const disabled = !mayEdit || place === 'past'
  const form = useMemo<Form | null>(() => rules && { rules, set, disabled, report, refused, resets }, [rules, set, disabled, report, refused, resets])
  if (program.failure) return <Failure failure={program.failure} retry={program.retry} />
  if (!form || !shown) return <Page title={t('program')}><Late rows={8} /></Page>
  return (
    <Page title={t('program')} wide>
      {!mayEdit && <Locked sentence={t('managers-only')} />}
      <div className={styles['page']}>
        <div>
          {place === 'past' && <p className={styles['frozen']}><IconLock size={18} aria-hidden />{t('frozen')}</p>}
          {program.wasKept && <p className={styles['kept']} role="status"><span>{t('kept')}</span><Button variant="subtle" onClick={program.discard}>{t('ui:discard')}</Button></p>}
          <FormContext value={form}>
            <div className={styles['form']} key={shown.version}>
              <RulesForm />
              {mayEdit && place !== 'past' && <SaveBar program={program} wrong={wrong.size} />}
            </div>
          </FormContext>
        </div>
        <div className={styles['side']}>
          {mayEdit && <Preview rules={form.rules} />}
          <VersionList program={program} />
        </div>
      </div>
    </Page>
  )
}

function SaveBar({ program, wrong }: { readonly program: Program; readonly wrong: number }) {
  const { t } = useTranslation('program')
  const { shop } = useHere()
  const format = useFormat()
  const [today] = useState(() => todayIn(shop.timeZone, new Date()))
  const [start, setStart] = useState<Start>('now')
  const [asking, ask] = useState<'save' | 'withdraw' | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const { place, shown, rules, versions, dirty } = program
  const fixed = place === 'next' ? (shown?.startsAt ?? null) : undefined
  const startsAt: Instant | null = fixed ?? program.startOf(start)
  const tooEarly = start !== 'now' && start <= today
  const save = () => (wrong > 0 ? bar.current?.closest('[data-wide]')?.querySelector<HTMLInputElement>('[data-wrong] input, input[data-wrong]')?.focus() : ask('save'))
  useCommands([{ name: 'save-rules', label: t('ui:save'), key: 'Ctrl+S', when: dirty && asking === null, do: save }])
  const yes = () => {
    ask(null)
    if (asking === 'save' && rules) program.save(rules, startsAt)
    if (asking === 'withdraw' && versions?.now && fixed) program.withdraw(versions.now.rules, fixed)
  }
  return (
    <div ref={bar} className={styles['foot']}>
      {fixed ? <p className={styles['note']}>{t('begins', { day: format.dateTime(fixed) })}</p> : <StartPick start={start} today={today} tooEarly={tooEarly} onStart={setStart} />}
      {fixed && <Button variant="default" onClick={() => ask('withdraw')}>{t('withdraw')}</Button>}
      {dirty && <Button variant="default" onClick={program.discard}>{t('ui:discard')}</Button>}
      <Button disabled={!dirty || tooEarly} loading={program.busy} title="Ctrl+S" onClick={save}>{t(wrong > 0 ? 'see-wrong' : 'ui:save')}</Button>
      <Sure
        opened={asking !== null} danger={false} title={t(asking === 'withdraw' ? 'withdraw-title' : 'save-title')} yes={t(asking === 'withdraw' ? 'withdraw' : 'ui:save')} onNo={() => ask(null)} onYes={yes}
        consequence={asking === 'withdraw' ? t('withdraw-what', { day: format.dateTime(fixed ?? '') }) : startsAt === null ? t('save-now-what') : t('save-later-what', { day: format.dateTime(startsAt) })}
      />
    </div>
  )
}

type StartProps = { readonly start: Start; readonly today: PlainDate; readonly tooEarly: boolean; readonly onStart: (start: Start) => void }
function StartPick({ start, today, tooEarly, onStart }: StartProps) {
  const { t } = useTranslation('program')
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as PlainDate
  return (
    <div className={styles['start']}>
      <SegmentedControl aria-label={t('start')} value={start === 'now' ? 'now' : 'day'} data={[{ value: 'now', label: t('from-now') }, { value: 'day', label: t('from-a-day') }]} onChange={(value) => onStart(value === 'now' ? 'now' : tomorrow)} />
      {start !== 'now' && <DayField hideLabel label={t('first-day')} value={start} error={tooEarly ? t('too-early') : undefined} onValue={(day) => day && onStart(day)} />}
    </div>
  )
}
