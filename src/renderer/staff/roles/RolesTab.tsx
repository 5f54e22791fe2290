import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { useCommands } from '../../commands.ts'
import { sayToast } from '../../toasts.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { useAct } from '../../use-call.ts'
import { RoleDialog } from './RoleDialog.tsx'
import { RoleMatrix } from './RoleMatrix.tsx'
import styles from './Roles.module.css'
import { useRoles, type Role } from './use-roles.ts'

/** Every role of the shop with what it may do; what is changed stays until it is saved or thrown away, also over a visit elsewhere. */
export function RolesTab({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation('roles')
  const roles = useRoles()
  const [opened, open] = useState<Role | 'new' | null>(null)
  const remove = useAct(async ({ id, name }: Role) => {
    await call('staff/remove-role', { requestId: newRequestId(), id })
    sayToast({ tone: 'done', text: t('removed', { name }) })
  })
  useCommands([
    { name: 'new-role', label: t('new-role'), key: 'Ctrl+N', when: !disabled, do: () => open('new') },
    { name: 'save-roles', label: t('save'), key: 'Ctrl+S', when: !disabled && roles.dirty, do: roles.save },
  ])
  if (roles.failure) return <Failure failure={roles.failure} retry={roles.retry} />
  if (!roles.roles || !roles.choices) return <Late rows={10} />
  return (
    <>
      <div className={styles['bar']} data-dirty={roles.dirty || undefined}>
        <p className={styles['said']} role="status">{roles.dirty ? t('unsaved') : t('how')}</p>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={disabled} onClick={() => open('new')}>{t('new-role')}</Button>
        {roles.dirty && <Button variant="default" onClick={roles.discard}>{t('discard')}</Button>}
        <Button disabled={disabled || !roles.dirty} loading={roles.busy} onClick={roles.save}>{t('save')}</Button>
      </div>
      <RoleMatrix roles={roles.roles} choices={roles.choices} disabled={disabled} set={roles.set} onRename={open} onRemove={(role) => void remove.run(role)} />
      {opened !== null && <RoleDialog roles={roles.roles} role={opened === 'new' ? null : opened} onClose={() => open(null)} />}
    </>
  )
}
