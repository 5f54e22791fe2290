import { Button, SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { Locked, Section } from '../../ui/Page.tsx'
import { SavedText } from '../../ui/SavedText.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import styles from './Scans.module.css'

type Settings = Input<'devices/save-scan-settings'>['settings']
const keepings = ['checked', 'last4', 'full'] as const
const send = (settings: Settings) => call('devices/save-scan-settings', { requestId: newRequestId(), settings })

/** How scans are heard, what is kept of a licence, and the codes that were asked about. Everything is saved at once, with Undo. */
export function ScanSettings() {
  const { t } = useTranslation('scan')
  const mayEdit = useRights()('edit-shop') === 'yes'
  const { data: settings } = useAsk('devices/scan-settings', null, ['scans-changed', 'session-changed'])
  const undo = useAct(send)
  const save = useAct(async (before: Settings, changes: Partial<Settings>) => {
    await send({ ...before, ...changes })
    sayToast({ tone: 'done', text: t('shop:saved'), undo: () => void undo.run(before) })
  })
  if (!settings) return null
  const change = (changes: Partial<Settings>) => void save.run(settings, changes)
  return (
    <Section title={t('scans')} note={t('keeping-why')}>
      {!mayEdit && <Locked sentence={t('shop:owner-only')} />}
      <div className={styles['row']}>
        <span id="id-keeping">{t('id-keeping')}</span>
        <SegmentedControl
          aria-labelledby="id-keeping" value={settings.idKeeping} disabled={!mayEdit} data={keepings.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => change({ idKeeping: value as Settings['idKeeping'] })}
        />
      </div>
      <Switch label={t('expiry-day')} checked={settings.expiryDayCounts} disabled={!mayEdit} onChange={(event) => change({ expiryDayCounts: event.currentTarget.checked })} />
      <Switch label={t('tones')} checked={settings.tones} disabled={!mayEdit} onChange={(event) => change({ tones: event.currentTarget.checked })} />
      <Switch label={t('us-layout')} description={t('us-layout-why')} checked={settings.usLayout} disabled={!mayEdit} onChange={(event) => change({ usLayout: event.currentTarget.checked })} />
      <SavedText label={t('prefix')} description={t('prefix-why')} value={settings.prefix} most={4} disabled={!mayEdit} onSave={(prefix) => change({ prefix })} />
      <div className={styles['two']}>
        <Whole label={t('gap-ms')} value={settings.gapMs} from={5} to={100} disabled={!mayEdit} onSave={(gapMs) => change({ gapMs })} />
        <Whole label={t('fewest')} value={settings.fewest} from={3} to={20} disabled={!mayEdit} onSave={(fewest) => change({ fewest })} />
      </div>
      <Conflicts />
    </Section>
  )
}

type WholeProps = { readonly label: string; readonly value: number; readonly from: number; readonly to: number; readonly disabled: boolean; readonly onSave: (value: number) => void }
function Whole({ label, value, from, to, disabled, onSave }: WholeProps) {
  const { t } = useTranslation('scan')
  const check = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= from && Number(typed) <= to ? undefined : t('from-to', { from, to }))
  return <SavedText label={label} value={String(value)} most={3} check={check} disabled={disabled} onSave={(typed) => onSave(Number(typed))} />
}

function Conflicts() {
  const { t } = useTranslation('scan')
  const choices = useAsk('devices/code-choices', null, ['scans-changed']).data ?? []
  const forget = useAct(async (code: string, meaning: (typeof choices)[number]['meaning']) => {
    await call('devices/forget-choice', { requestId: newRequestId(), code })
    const undo = () => void call('devices/choose-meaning', { requestId: newRequestId(), code, meaning }).catch(() => undefined)
    sayToast({ tone: 'done', text: t('forgotten', { code }), undo })
  })
  return (
    <div className={styles['conflicts']} role="group" aria-label={t('conflicts')}>
      <strong>{t('conflicts')}</strong>
      <span className="muted">{t(choices.length === 0 ? 'no-conflicts' : 'conflicts-why')}</span>
      {choices.map(({ code, meaning }) => (
        <div key={code} className={styles['row']}>
          <span className="numbers">{code}</span>
          <span className="muted">{t(`means-${meaning}`)}</span>
          <Button variant="default" onClick={() => void forget.run(code, meaning)} aria-label={t('forget-code', { code })}>{t('forget')}</Button>
        </div>
      ))}
    </div>
  )
}
