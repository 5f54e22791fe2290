import { Button, Modal, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupId } from '../../../main/vocabulary.ts'
import { call, CallFailed, newRequestId, on } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { whenOnTop } from '../../ui/on-top.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import type { GroupRow } from './group-form.ts'
import styles from './Groups.module.css'

type Props = { readonly group: GroupRow; readonly groups: readonly GroupRow[]; readonly onClose: () => void }

/** Deleting a group with members asks where they go (S2-29); they follow little by little, and it can be undone. */
export function DeleteGroup({ group, groups, onClose }: Props) {
  const { t } = useTranslation('groups')
  const counts = useAsk('customers/group-counts', {}, ['customers-changed']).data
  const members = counts ? (counts.find(({ groupId }) => groupId === group.id)?.members ?? 0) : null
  const others = groups.filter(({ id }) => id !== group.id)
  const [moveTo, setMoveTo] = useState<GroupId | null>(null)
  const moved = useMoved()
  const deleting = useAct(async () => {
    await call('customers/delete-group', { requestId: newRequestId(), id: group.id, moveTo })
    sayToast({ tone: 'done', text: t('deleted', { name: group.name }), undo: () => void takeBack(group.id) })
    onClose()
  })
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('delete-ask', { name: group.name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['stack']}>
        {members === null && <p className={styles['note']}>{t('counting')}</p>}
        {members === 0 && <p className={styles['sentence']}>{t('delete-empty')}</p>}
        {members !== null && members > 0 && <Select label={t('move-to', { count: members })} placeholder={t('choose')} data={others.map(({ id, name }) => ({ value: id, label: name }))} value={moveTo} onChange={(id) => setMoveTo(id as GroupId | null)} />}
        {deleting.busy && moved && <div role="status"><p className={styles['note']}>{t('moving', moved)}</p><div className={styles['meter']}><span style={{ width: `${(100 * moved.done) / Math.max(1, moved.of)}%` }} /></div></div>}
        <div className={styles['feet']}>
          <Button variant="default" data-autofocus onClick={onClose}>{t(deleting.busy ? 'ui:close' : 'ui:cancel')}</Button>
          <Button color="red.8" loading={deleting.busy} disabled={members === null || (members > 0 && moveTo === null)} onClick={() => void deleting.run()}>{t('delete')}</Button>
        </div>
      </div>
    </Modal>
  )
}

function useMoved(): { readonly done: number; readonly of: number } | null {
  const [moved, setMoved] = useState<{ done: number; of: number } | null>(null)
  useEffect(() => on('group-moved', setMoved), [])
  return moved
}

/** An undo outlives the dialog it was offered on, so it says its own failure. */
async function takeBack(id: GroupId): Promise<void> {
  try {
    await call('customers/undo-delete-group', { requestId: newRequestId(), id })
  } catch (error) {
    sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) })
  }
}
