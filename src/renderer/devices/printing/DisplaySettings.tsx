import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { Section } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { DisplayDialog } from './DisplayDialog.tsx'
import styles from './Printing.module.css'

export type Display = Output<'display/list'>[number]

/** Pole displays on a line of their own. They show what was rung up last and the total, never who the customer is. */
export function DisplaySettings({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useTranslation('printing')
  const [editing, edit] = useState<Display | 'new' | null>(null)
  const displays = useAsk('display/list', null, ['printing-changed'], { keepLast: true }).data ?? []
  if (!mayEdit && displays.length === 0) return null
  return (
    <Section title={t('displays')} note={t('displays-why')}>
      {displays.map((display) => <DisplayRow key={display.id} display={display} mayEdit={mayEdit} onChange={() => edit(display)} />)}
      {mayEdit && <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edit('new')}>{t('add-display')}</Button></div>}
      {editing !== null && <DisplayDialog display={editing === 'new' ? null : editing} onClose={() => edit(null)} />}
    </Section>
  )
}

function DisplayRow({ display, mayEdit, onChange }: { readonly display: Display; readonly mayEdit: boolean; readonly onChange: () => void }) {
  const { t } = useTranslation('printing')
  const setUp = (active: boolean) => call('display/remove', { requestId: newRequestId(), deviceId: display.id, active })
  const back = useAct(() => setUp(true))
  const remove = useAct(async () => {
    await setUp(false)
    sayToast({ tone: 'done', text: t('removed', { name: display.name }), undo: () => void back.run() })
  })
  const place = display.address && 'path' in display.address ? display.address.path : ''
  return (
    <div className={styles['printer']} role="group" aria-label={display.name}>
      <div><p className={styles['name']}>{display.name}</p><span className="muted">{place} · {t(`display-${display.kind}`)}</span></div>
      {mayEdit && (
        <Group gap="xs">
          <Button variant="default" onClick={onChange}>{t('change')}</Button>
          <Button variant="subtle" color="gray" onClick={() => void remove.run()}>{t('remove')}</Button>
        </Group>
      )}
    </div>
  )
}
