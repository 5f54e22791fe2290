import { ActionIcon, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { useForm } from '../form-state.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { proposedCredit } from './group-form.ts'
import styles from './Groups.module.css'

/** The group of a customer: what it is for stands under it (S2-28), and whoever may makes a new one here (S2-13). */
export function GroupField() {
  const { t } = useTranslation('groups')
  const { percent } = useFormat()
  const { customer, form, before, set } = useForm()
  const mayAdd = useRights()('edit-groups') === 'yes'
  const groups = useAsk('customers/groups', {}, ['customers-changed']).data ?? []
  const [adding, add] = useState(false)
  // Whoever is new and is put in no group comes into the shop's default one: that is what the form shows (S2-13).
  const usual = customer ? undefined : groups.find(({ isDefault }) => isDefault)
  const value = form.groupId ?? usual?.id ?? ''
  const chosen = groups.find(({ id }) => id === value)
  const choose = (groupId: GroupId | null) => set({ groupId, payLaterAllowed: proposedCredit(form.payLaterAllowed, before.payLaterAllowed, { was: chosen, next: groups.find(({ id }) => id === groupId) }) })
  const said = chosen && [chosen.description, chosen.priceListName, chosen.discountPpm > 0 ? `−${percent(chosen.discountPpm)}` : ''].filter(Boolean).join(' · ')
  return (
    <div className={styles['field']}>
      <Select
        className={styles['grow'] ?? ''} label={t('form:group')} allowDeselect={false} description={said || undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[...(usual ? [] : [{ value: '', label: t('form:none') }]), ...groups.map(({ id, name }) => ({ value: id, label: name }))]} value={value} onChange={(id) => choose((id || null) as GroupId | null)}
      />
      {mayAdd && <ActionIcon className={styles['add'] ?? ''} variant="default" aria-label={t('new-group')} title={t('new-group')} onClick={() => add(true)}><IconPlus size={20} aria-hidden /></ActionIcon>}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the dialog are its own, not the form's behind it */}
      {adding && <div onKeyDown={(event) => event.stopPropagation()}><GroupDialog group={null} onClose={() => add(false)} onSaved={({ id }) => (choose(id), add(false))} /></div>}
    </div>
  )
}
