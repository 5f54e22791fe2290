import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { SavedText } from '../../ui/SavedText.tsx'
import { Section } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import styles from './Tables.module.css'

const save = (id: TableId | null, name: string) => call('tables/save', { requestId: newRequestId(), id, name })

/** The tables by name: Enter adds the next one, a name is changed where it stands, and one that went comes back with Undo. */
export function TableNames() {
  const { t } = useTranslation('tables')
  const tables = useAsk('tables/names', {}, ['tables-changed', 'queue-changed'], { keepLast: true }).data
  const { rename, remove } = useNames()
  return (
    <Section title={t('tables')} note={t('tables-what')}>
      <NewTable />
      {tables?.length === 0 && <p className="muted">{t('no-tables')}</p>}
      <ul className={styles['names']}>
        {tables?.map(({ id, name }) => (
          <li key={id} className={styles['name']}>
            <SavedText label={t('name-of', { name })} hideLabel value={name} most={40} check={(typed) => (typed.trim() === '' ? t('name-needed') : undefined)} onSave={(typed) => rename(id, name, typed)} />
            <ActionIcon color="gray" aria-label={t('remove', { name })} title={t('remove', { name })} onClick={() => remove(id, name)}><IconTrash size={20} aria-hidden /></ActionIcon>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useNames() {
  const { t } = useTranslation('tables')
  const again = useAct((id: TableId) => call('tables/restore', { requestId: newRequestId(), id }))
  const back = useAct(save)
  const removing = useAct(async (id: TableId, name: string) => {
    await call('tables/remove', { requestId: newRequestId(), id })
    sayToast({ tone: 'done', text: t('removed', { name }), undo: () => void again.run(id) })
  })
  const renaming = useAct(async (id: TableId, was: string, name: string) => {
    await save(id, name)
    sayToast({ tone: 'done', text: t('renamed', { name: name.trim() }), undo: () => void back.run(id, was) })
  })
  return { rename: (id: TableId, was: string, name: string) => void renaming.run(id, was, name), remove: (id: TableId, name: string) => void removing.run(id, name) }
}

function NewTable() {
  const { t } = useTranslation('tables')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const act = useAct(async () => {
    await save(null, name)
    setName('')
    field.current?.focus()
  }, (failure) => (setProblem(sayFailure(failure)), field.current?.focus(), true))
  const add = () => (name.trim() === '' ? (setProblem(t('name-needed')), field.current?.focus()) : void act.run())
  return (
    <form className={styles['add']} noValidate onSubmit={(event) => (event.preventDefault(), add())}>
      <TextInput ref={field} aria-label={t('new-table')} placeholder={t('new-table')} value={name} maxLength={40} autoComplete="off" error={problem} onChange={(event) => (setName(event.currentTarget.value), setProblem(null))} />
      <Button type="submit" leftSection={<IconPlus size={18} aria-hidden />} loading={act.busy}>{t('add')}</Button>
    </form>
  )
}
