import { Autocomplete, Button, Group, Modal, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListFilter, SmartGroupId } from '../../../main/customers/list-filter.ts'
import type { Selection } from '../../../main/customers/selection.ts'
import type { ListChoices } from '../../../main/flows/list-choices.ts'
import type { GroupId } from '../../../main/vocabulary.ts'
import { call, CallFailed, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'

type ManyProps = { readonly selection: Selection; readonly count: number; readonly onClose: () => void }
const noGroup = 'none'

/** An act on many, said with a toast that takes it back. */
export function useDone() {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const undo = useAct((actId: string) => call('customers/undo-many', { requestId: newRequestId(), actId }))
  return (key: 'grouped' | 'tagged' | 'untagged' | 'deactivated', { actId, changed }: { readonly actId: string; readonly changed: number }, what: string) =>
    sayToast({ tone: 'done', text: t(key, { count: changed, shown: whole(changed), what }), ...(changed > 0 ? { undo: () => void undo.run(actId) } : {}) })
}

type FrameProps = { readonly title: string; readonly onClose: () => void; readonly yes: string; readonly ready: boolean; readonly busy: boolean; readonly onYes: () => void; readonly children: ReactNode }
function Frame({ title, onClose, yes, ready, busy, onYes, children }: FrameProps) {
  const { t } = useTranslation('ui')
  return (
    <Modal opened onClose={onClose} title={title} size="md" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => (event.preventDefault(), ready && onYes())}>
        {children}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" disabled={!ready} loading={busy}>{yes}</Button>
        </Group>
      </form>
    </Modal>
  )
}

/** Deactivates everybody ticked at once: it can be taken back, so nothing is asked first (C1, G3). */
export function useDeactivate() {
  const done = useDone()
  return useAct(async (selection: Selection) => done('deactivated', await call('customers/status-many', { requestId: newRequestId(), selection, status: 'inactive' }), ''))
}

/** Moves everybody ticked to one group; each keeps their own undo. */
export function GroupDialog({ selection, count, onClose, groups }: ManyProps & { readonly groups: ListChoices['groups'] }) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const [groupId, setGroup] = useState<string | null>(null)
  const done = useDone()
  const name = groupId === noGroup ? t('none') : (groups.find(({ id }) => id === groupId)?.name ?? '')
  const act = useAct(async () => {
    done('grouped', await call('customers/group-many', { requestId: newRequestId(), selection, groupId: groupId === noGroup ? null : (groupId as GroupId) }), name)
    onClose()
  })
  return (
    <Frame title={t('group-title', { count, shown: whole(count) })} onClose={onClose} yes={t('move')} ready={groupId !== null} busy={act.busy} onYes={() => void act.run()}>
      <Select label={t('filter-groupIds')} data={[...groups.map((group) => ({ value: group.id, label: group.name })), { value: noGroup, label: t('none') }]} value={groupId} onChange={setGroup} data-autofocus />
    </Frame>
  )
}

/** Puts a tag on everybody ticked, or takes one off. */
export function TagDialog({ selection, count, onClose }: ManyProps) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const [how, setHow] = useState<'add' | 'remove'>('add')
  const [tag, setTag] = useState('')
  const known = useAsk('customers/suggest-tags', { text: tag.trim() }, ['customers-changed'], { keepLast: true }).data ?? []
  const done = useDone()
  const act = useAct(async () => {
    done(how === 'add' ? 'tagged' : 'untagged', await call('customers/tag-many', { requestId: newRequestId(), selection, tag: tag.trim(), add: how === 'add' }), tag.trim())
    onClose()
  })
  return (
    <Frame title={t('tag-title', { count, shown: whole(count) })} onClose={onClose} yes={t(how === 'add' ? 'add-tag' : 'remove-tag')} ready={tag.trim() !== ''} busy={act.busy} onYes={() => void act.run()}>
      <SegmentedControl fullWidth mb="md" aria-label={t('tag-how')} value={how} onChange={setHow} data={[{ value: 'add', label: t('add-tag') }, { value: 'remove', label: t('remove-tag') }]} />
      <Autocomplete label={t('tag')} value={tag} onChange={setTag} data={known.filter((each) => each !== tag.trim())} maxLength={60} comboboxProps={{ position: 'top' }} data-autofocus />
    </Frame>
  )
}

/** Keeps the filter under a name; the chip then stands for it. */
export function SaveSmartGroup({ filter, onClose, onSaved }: { readonly filter: ListFilter; readonly onClose: () => void; readonly onSaved: (id: SmartGroupId) => void }) {
  const { t } = useTranslation('list')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState('')
  const drop = useAct((id: SmartGroupId) => call('customers/delete-smart-group', { requestId: newRequestId(), id }))
  const act = useAct(async () => {
    const { id } = await call('customers/save-smart-group', { requestId: newRequestId(), id: null, name: name.trim(), filter })
    sayToast({ tone: 'done', text: t('smart-saved', { name: name.trim() }), undo: () => void drop.run(id) })
    onSaved(id)
  }, (failure: CallFailed) => (failure.code === 'name-taken' ? (setWrong(sayFailure(failure)), true) : false))
  return (
    <Frame title={t('save-smart')} onClose={onClose} yes={t('ui:save')} ready={name.trim() !== ''} busy={act.busy} onYes={() => void act.run()}>
      <TextInput label={t('name')} description={t('smart-note')} value={name} error={wrong} maxLength={80} onChange={(event) => (setName(event.currentTarget.value), setWrong(''))} data-autofocus />
    </Frame>
  )
}
