import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId, type CallFailed } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct } from '../../use-call.ts'
import { useKeys } from '../../use-keys.ts'
import { sayFailure } from '../../words.ts'
import { useRoleWords } from '../role-words.ts'
import type { Role } from './use-roles.ts'

type Props = { readonly roles: readonly Role[]; /** Null makes a new one. */ readonly role: Role | null; readonly onClose: () => void }

/** A role of the shop's own gets a name; a new one begins as another one stands. */
export function RoleDialog({ roles, role, onClose }: Props) {
  const { t } = useTranslation('roles')
  const sayRole = useRoleWords()
  const [name, setName] = useState(role?.name ?? '')
  const [like, setLike] = useState<string>(role?.id ?? 'cashier')
  const [problem, setProblem] = useState<string | null>(null)
  const act = useAct(async () => {
    const model = roles.find(({ id }) => id === like)
    if (!model) return
    const { base, rights, fields, limits } = model
    await call('staff/save-role', { requestId: newRequestId(), id: role?.id ?? null, name: name.trim(), base, rights, fields, limits })
    sayToast({ tone: 'done', text: t('named', { name: name.trim() }) })
    onClose()
  }, (failure: CallFailed) => {
    if (failure.code !== 'name-taken' && failure.code !== 'name-needed') return false
    setProblem(sayFailure(failure))
    return true
  })
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (name.trim() === '') setProblem(t('name-needed'))
    else void act.run()
  }
  useKeys({ 'Ctrl+S': save })
  return (
    <FormModal dirty={name !== (role?.name ?? '')} onClose={onClose} onSave={save} title={role ? t('rename') : t('new-role')} size={440}>{(close) => (
      <form noValidate onSubmit={save}>
        <Stack>
          <TextInput label={t('name')} value={name} maxLength={40} error={problem} autoComplete="off" data-autofocus onChange={(event) => (setProblem(null), setName(event.currentTarget.value))} />
          {!role && <Select label={t('begins-as')} value={like} allowDeselect={false} data={roles.filter(({ base }) => base !== 'owner').map(({ id, name: own }) => ({ value: String(id), label: sayRole(id, own) }))} onChange={(id) => id !== null && setLike(id)} />}
          <Group justify="flex-end"><Button variant="default" onClick={close}>{t('cancel')}</Button><Button type="submit" loading={act.busy}>{t('save')}</Button></Group>
        </Stack>
      </form>
    )}</FormModal>
  )
}
