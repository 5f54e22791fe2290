import { Button, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../main/staff/staff.ts'
import { useCommands } from '../commands.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { Locked, Page, Section } from '../ui/Page.tsx'
import { useAsk } from '../use-call.ts'
import { useRights } from '../use-rights.ts'
import { useRoleWords } from './role-words.ts'
import { PinDays } from './PinDays.tsx'
import { RolesTab } from './roles/RolesTab.tsx'
import { StaffDialog } from './StaffDialog.tsx'
import styles from './StaffPage.module.css'

/** Who works here, with role and PIN, and what each role may do. Only an owner changes it. */
export function StaffPage() {
  const { t } = useTranslation(['staff', 'shop', 'roles'])
  const mayEdit = useRights()('edit-staff') === 'yes'
  const [view, show] = useState<'people' | 'roles'>('people')
  return (
    <Page title={t('staff')} wide actions={<SegmentedControl aria-label={t('roles:view')} value={view} data={[{ value: 'people', label: t('roles:people-tab') }, { value: 'roles', label: t('roles:roles-tab') }]} onChange={(to) => show(to as 'people' | 'roles')} />}>
      {!mayEdit && <Locked sentence={t('shop:owner-only')} />}
      {view === 'roles' ? <RolesTab disabled={!mayEdit} /> : <People mayEdit={mayEdit} />}
    </Page>
  )
}

function People({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useTranslation('staff')
  const staff = useAsk('staff/list', {}, ['staff-changed'])
  const [opened, open] = useState<Staff | 'new' | null>(null)
  const add = () => open('new')
  useCommands([{ name: 'new-staff', label: t('new-staff'), key: 'Ctrl+N', when: mayEdit, do: add }])
  if (staff.error) return <Failure failure={staff.error} retry={() => void staff.refetch()} />
  return (
    <>
      <Section>
        <Button style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={18} aria-hidden />} disabled={!mayEdit} onClick={add}>{t('new-staff')}</Button>
        {!staff.data && <Late rows={3} />}
        {staff.data && <StaffTable people={staff.data} disabled={!mayEdit} onOpen={open} />}
      </Section>
      <Section><PinDays disabled={!mayEdit} /></Section>
      {opened !== null && <StaffDialog key={opened === 'new' ? 'new' : opened.id} person={opened === 'new' ? null : opened} onClose={() => open(null)} />}
    </>
  )
}

function StaffTable({ people, disabled, onOpen }: { readonly people: readonly Staff[]; readonly disabled: boolean; readonly onOpen: (person: Staff) => void }) {
  const { t } = useTranslation('staff')
  const sayRole = useRoleWords()
  return (
    <table className={styles['table']}>
      <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('role')}</th><th scope="col">{t('status')}</th><th scope="col">{t('pin')}</th></tr></thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} data-inactive={!person.active}>
            <th scope="row"><UnstyledButton className={styles['open']} disabled={disabled} onClick={() => onOpen(person)}>{person.name}</UnstyledButton></th>
            <td>{sayRole(person.role, person.roleName)}</td>
            <td>{person.active ? t('active') : t('inactive')}</td>
            <td>{person.pinLength === 0 ? t('pin-missing') : person.pinMustChange ? t('roles:pin-to-change') : t('pin-set')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
