import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct } from '../../use-call.ts'
import styles from './Groups.module.css'

type Flag = NonNullable<Output<'customers/standing'>['flag']>
type Props = { readonly customerId: CustomerId; readonly name: string; readonly flag: Flag | null; readonly onClose: () => void }

/** The note that pops up under the strip whenever this customer is chosen (B39). */
export function FlagDialog({ customerId, name, flag, onClose }: Props) {
  const { t } = useTranslation('groups')
  const [note, setNote] = useState(flag?.note ?? '')
  const [level, setLevel] = useState<Flag['level']>(flag?.level ?? 'warn')
  const put = (asked: Pick<Flag, 'note' | 'level'>) => call('customers/flag', { requestId: newRequestId(), customerId, ...asked })
  const back = useAct(put)
  const saving = useAct(async (asked: Pick<Flag, 'note' | 'level'>) => {
    await put(asked)
    const before = { note: flag?.note ?? '', level: flag?.level ?? level }
    sayToast({ tone: 'done', text: t(asked.note === '' ? 'flag-removed' : 'flag-saved', { name }), undo: () => void back.run(before) })
    onClose()
  })
  const save = () => note.trim() !== '' && void saving.run({ note: note.trim(), level })
  return (
    <FormModal dirty={note !== (flag?.note ?? '')} onClose={onClose} onSave={save} title={t('flag-title', { name })} size="md">{(close) => (
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        <Textarea label={t('flag-note')} description={t('flag-what')} value={note} maxLength={500} autosize minRows={2} data-autofocus onChange={(event) => setNote(event.currentTarget.value)} />
        <SegmentedControl aria-label={t('flag-level')} value={level} data={(['warn', 'info'] as const).map((value) => ({ value, label: t(`flag-${value}`) }))} onChange={(value) => setLevel(value as Flag['level'])} />
        <div className={styles['feet']}>
          {flag && <Button variant="subtle" color="red" onClick={() => void saving.run({ note: '', level })}>{t('flag-remove')}</Button>}
          <span className={styles['grow']} />
          <Button variant="default" onClick={close}>{t('ui:cancel')}</Button><Button type="submit" disabled={note.trim() === ''} loading={saving.busy}>{t('ui:save')}</Button>
        </div>
      </form>
    )}</FormModal>
  )
}
