import { Button, Modal, PasswordInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../main/staff/staff.ts'
import type { Language, Role } from '../../main/vocabulary.ts'
import { Sure } from '../ui/Sure.tsx'
import { useAskFirst } from '../unsaved.ts'
import { useAsk } from '../use-call.ts'
import { useKeys } from '../use-keys.ts'
import { languages } from './LanguageSwitch.tsx'
import { useRoleWords } from './role-words.ts'
import styles from './StaffPage.module.css'
import { useStaffForm } from './use-staff-form.ts'

type Props = { readonly person: Staff | null; readonly onClose: () => void }
type Form = ReturnType<typeof useStaffForm>

/** Add or edit a person: name, role, language and PIN. Closing with something typed asks first; leaving the shop asks, because the PIN is erased. */
export function StaffDialog({ person, onClose }: Props) {
  const { t, i18n } = useTranslation('staff')
  const form = useStaffForm(person, i18n.language as Language, onClose)
  const unsaved = useAskFirst(form.dirty, onClose)
  const [asking, setAsking] = useState<'leave' | null>(null)
  useKeys({ 'Ctrl+S': form.save })
  const leave = () => {
    setAsking(null)
    form.setActive(false)
  }
  return (
    <Modal opened onClose={unsaved.tryLeave} closeOnEscape={asking !== 'leave'} title={person ? t('edit-person', { name: person.name }) : t('new-staff')} size={520} closeButtonProps={{ 'aria-label': t('close') }}>
      <form className={styles['fields']} noValidate onSubmit={(event) => {
        event.preventDefault()
        form.save()
      }}>
        <Fields form={form} />
        {unsaved.asking
          ? <Unsaved form={form} onDiscard={unsaved.discard} onKeep={unsaved.keep} />
          : <Foot person={person} form={form} onLeave={() => setAsking('leave')} onClose={unsaved.tryLeave} />}
      </form>
      <Sure
        opened={asking === 'leave'} title={t('deactivate-ask', { name: person?.name })} consequence={t('deactivate-what', { name: person?.name })} yes={t('deactivate')}
        onYes={leave} onNo={() => setAsking(null)}
      />
    </Modal>
  )
}

function Fields({ form: { form, change, problems, needsPin } }: { readonly form: Form }) {
  const { t } = useTranslation(['staff', 'roles'])
  const sayRole = useRoleWords()
  const roles = (useAsk('staff/roles', {}, ['staff-changed']).data ?? []).map(({ id, name }) => ({ value: String(id), label: sayRole(id, name) }))
  return (
    <>
      <TextInput label={t('name')} value={form.name} maxLength={60} error={problems.name} autoComplete="off" data-autofocus onChange={(event) => change({ name: event.currentTarget.value })} />
      <div>
        <p className={styles['label']} id="staff-role">{t('role')}</p>
        <Select aria-labelledby="staff-role" value={form.role} data={roles} allowDeselect={false} onChange={(role) => role !== null && change({ role: role as Role })} />
        <p className={styles['why']} role={problems.role ? 'alert' : undefined} style={problems.role ? { color: 'var(--danger)' } : {}}>{problems.role ?? t(`${form.role}-why`, { defaultValue: '' })}</p>
      </div>
      <div>
        <p className={styles['label']} id="staff-language">{t('language')}</p>
        <SegmentedControl fullWidth aria-labelledby="staff-language" value={form.language} data={[...languages]} onChange={(language) => change({ language: language as Language })} />
      </div>
      <PasswordInput
        label={needsPin ? t('pin') : t('new-pin')} description={needsPin ? t('first-pin-why') : t('new-pin-why')} value={form.pin} maxLength={8} inputMode="numeric" autoComplete="new-password"
        error={problems.pin} visibilityToggleButtonProps={{ 'aria-label': t('show-pin') }} onChange={(event) => change({ pin: event.currentTarget.value })}
      />
      {form.pin !== '' && <Switch label={t('roles:must-change')} checked={form.mustChange} onChange={(event) => change({ mustChange: event.currentTarget.checked })} />}
      <TextInput
        label={t('badge')} description={t('badge-why')} value={form.badge} maxLength={40} error={problems.badge} autoComplete="off" spellCheck={false} data-takes-scan=""
        onChange={(event) => change({ badge: event.currentTarget.value })}
      />
    </>
  )
}

function Foot({ person, form, onLeave, onClose }: { readonly person: Staff | null; readonly form: Form; readonly onLeave: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('staff')
  return (
    <div className={styles['foot']}>
      {person?.active && <Button variant="subtle" color="red.8" onClick={onLeave}>{t('deactivate')}</Button>}
      {person && !person.active && <Button variant="default" onClick={() => form.setActive(true)} loading={form.busy}>{t('reactivate')}</Button>}
      <Button variant="default" className={styles['last'] ?? ''} onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" loading={form.busy}>{t('save')}</Button>
    </div>
  )
}

/** The safe answer has the focus. */
const focusOn = (button: HTMLButtonElement | null) => button?.focus()

function Unsaved({ form, onDiscard, onKeep }: { readonly form: Form; readonly onDiscard: () => void; readonly onKeep: () => void }) {
  const { t } = useTranslation('staff')
  return (
    <div className={styles['foot']} data-asking role="alertdialog" aria-label={t('unsaved')}>
      <p className={styles['ask']}>{t('unsaved')}</p>
      <Button variant="default" onClick={onDiscard}>{t('discard')}</Button>
      <Button variant="default" className={styles['last'] ?? ''} ref={focusOn} onClick={onKeep}>{t('keep-editing')}</Button>
      <Button type="submit" loading={form.busy}>{t('save')}</Button>
    </div>
  )
}
