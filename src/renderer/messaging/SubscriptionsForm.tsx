import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageType } from '../../main/messaging/consent.ts'
import { ChannelTable } from './ChannelTable.tsx'
import { FormModal } from '../ui/FormModal.tsx'
import { HowGiven } from '../ui/HowGiven.tsx'
import styles from './Subscriptions.module.css'
import { messageTypes } from './ticks.ts'
import { useSubscriptions, type Saving } from './use-subscriptions.ts'

const boxes: readonly { readonly name: 'all' | MessageType; readonly types: readonly MessageType[] }[] = [
  { name: 'all', types: messageTypes }, { name: 'general', types: ['general'] }, { name: 'marketing', types: ['marketing'] },
]

/** All, General, Marketing (S4-16). Unticking asks for nothing; a tick asks how the customer agreed. Closing with changes asks first (S4-17). */
export function SubscriptionsForm(props: Saving) {
  const { t } = useTranslation('subscriptions')
  const form = useSubscriptions(props)
  const [byChannel, showChannels] = useState(false)
  return (
    <FormModal dirty={form.dirty} onClose={props.onDone} onSave={() => form.ready && form.save()} saveWord={t('save')} title={t('title', { name: props.name })} size={620} closeOnClickOutside={!form.dirty}>{(close) => (<>
      <p className={styles['which']}>{t('which')}</p>
      {form.count.of === 0 && <p className="muted" role="status">{t('nowhere')}</p>}
      {boxes.map(({ name, types }) => <Box key={name} name={name} tick={form.box(types)} disabled={form.count.of === 0} onToggle={() => form.toggleBox(types)} />)}
      <Button variant="subtle" aria-expanded={byChannel} onClick={() => showChannels(!byChannel)}>{t(byChannel ? 'by-channel-hide' : 'by-channel')}</Button>
      {byChannel && <ChannelTable cells={form.cells} stands={props.stands.cells} onToggle={form.toggleCell} />}
      {form.begins && <HowGiven given={form.given} note={form.note} onGiven={form.setGiven} onNote={form.setNote} />}
      <div className={styles['feet']}>
        <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
        <Button disabled={!form.ready} loading={form.busy} onClick={form.save}>{t('save')}</Button>
      </div>
    </>)}</FormModal>
  )
}

type BoxProps = { readonly name: 'all' | MessageType; readonly tick: 'on' | 'off' | 'mixed'; readonly disabled: boolean; readonly onToggle: () => void }
function Box({ name, tick, disabled, onToggle }: BoxProps) {
  const { t } = useTranslation('subscriptions')
  return (
    <Checkbox
      className={styles['box'] ?? ''} data-all={name === 'all'} size="md" label={t(name)} description={name === 'all' ? undefined : t(`${name}-what`)}
      checked={tick === 'on'} indeterminate={tick === 'mixed'} disabled={disabled} onChange={onToggle} {...(name === 'all' ? { 'data-autofocus': true } : {})}
    />
  )
}
