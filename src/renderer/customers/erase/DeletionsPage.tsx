import { Button, NumberInput, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Page } from '../../ui/Page.tsx'
import { queries, useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { CertificateDialog } from './CertificateDialog.tsx'
import styles from './Erase.module.css'
import { ExportedFiles } from './ExportedFiles.tsx'

const most = 50

/** Back Office: the certificates of who was deleted, the files that were exported and still lie here, and the rules of both. */
export function DeletionsPage() {
  const { t } = useTranslation('erase')
  const right = useRights()
  return (
    <Page title={t('page-title')}>
      <div className={styles['page']}>
        {right('see-audit') !== 'no' && <Certificates />}
        {right('export-customers') !== 'no' && <ExportedFiles />}
        {right('edit-shop') === 'yes' && <Rules />}
      </div>
    </Page>
  )
}

function Certificates() {
  const { t } = useTranslation('erase')
  const { dateTime } = useFormat()
  const [shown, show] = useState<number | null>(null)
  const list = useAsk('customers/certificates', { before: null, most }, ['customers-erased'])
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{t('certificates')}</h2>
      {list.error && <Failure failure={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Late />}
      {list.data?.length === 0 && <Empty sentence={t('no-certificates')} />}
      {list.data && list.data.length > 0 && (
        <table>
          <thead><tr><th>{t('certificate')}</th><th>{t('when')}</th><th>{t('by')}</th><th>{t('state')}</th><th><VisuallyHidden>{t('show')}</VisuallyHidden></th></tr></thead>
          <tbody>
            {list.data.map(({ number, erasedAt, staffName, swept }) => (
              <tr key={number}>
                <td className="numbers">E-{String(number).padStart(6, '0')}</td><td>{dateTime(erasedAt)}</td><td>{staffName}</td><td>{t(swept ? 'swept' : 'sweeping')}</td>
                <td><Button variant="subtle" onClick={() => show(number)}>{t('show')}</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown !== null && <CertificateDialog number={shown} onClose={() => show(null)} />}
    </section>
  )
}

type Settings = Output<'exports/settings'>
function Rules() {
  const settings = useAsk('exports/settings', null)
  return settings.data ? <RulesForm key={JSON.stringify(settings.data)} settings={settings.data} /> : null
}

function RulesForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('erase')
  const [form, setForm] = useState(settings)
  const keep = async (next: Settings): Promise<void> => {
    await call('exports/save-settings', { requestId: newRequestId(), ...next })
    await queries.invalidateQueries({ queryKey: ['exports/settings'] })
  }
  const back = useAct(keep)
  const save = useAct(async () => {
    await keep(form)
    sayToast({ tone: 'done', text: t('saved'), undo: () => void back.run(settings) })
  })
  const field = (name: keyof Settings, words: 'points-above' | 'keep-days' | 'reason-above', min: number, max: number) =>
    <NumberInput label={t(words)} value={form[name]} min={min} max={max} clampBehavior="blur" allowDecimal={false} onChange={(value) => setForm({ ...form, [name]: Number(value) || min })} />
  const isSame = JSON.stringify(form) === JSON.stringify(settings)
  return (
    <section aria-labelledby="erase-rules">
      <h2 id="erase-rules">{t('rules')}</h2>
      <form className={styles['rules']} onSubmit={(event) => (event.preventDefault(), void save.run())}>
        {field('pointsAbove', 'points-above', 0, 10_000_000)}
        {field('keepDays', 'keep-days', 1, 90)}
        {field('reasonAbove', 'reason-above', 0, 1_000_000)}
        <Button type="submit" disabled={isSame} loading={save.busy}>{t('ui:save')}</Button>
      </form>
    </section>
  )
}
