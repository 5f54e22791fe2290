import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../commands.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Page } from '../../ui/Page.tsx'
import { useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { DeleteGroup } from './DeleteGroup.tsx'
import type { GroupRow } from './group-form.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupTable } from './GroupTable.tsx'
import { LetIn } from './LetIn.tsx'
import { TypesSection } from './TypesSection.tsx'

type Open = { readonly kind: 'edit'; readonly group: GroupRow | null } | { readonly kind: 'delete'; readonly group: GroupRow } | { readonly kind: 'let-in'; readonly id: GroupRow['id']; readonly name: string; readonly waiting: number }
type Props = {
  /** Leads to the people of a group, or to who waits for it. */
  readonly onMembers: (group: GroupRow) => void; readonly onWaiting: () => void
  /** The price lists themselves stand in another room. */
  readonly priceLists: (onClose: () => void) => ReactNode
}

/** Customer Groups (3.12): what each is, who is in it, what its members pay and earn. Customer types below, since they price as well. */
export function GroupsPage(props: Props) {
  const { t } = useTranslation('groups')
  const mayEdit = useRights()('edit-groups') === 'yes'
  const groups = useAsk('customers/group-rows', {}, ['customers-changed', 'items-changed', 'loyalty-changed'], { keepLast: true })
  const [opened, open] = useState<Open | null>(null)
  const add = () => open({ kind: 'edit', group: null })
  useCommands([{ name: 'new-group', label: t('new-group'), key: 'Ctrl+N', when: mayEdit && opened === null, do: add }])
  if (groups.error) return <Failure failure={groups.error} retry={() => void groups.refetch()} />
  return (
    <Page title={t('groups')} wide actions={<Button leftSection={<IconPlus size={18} aria-hidden />} disabled={!mayEdit} title="Ctrl+N" onClick={add}>{t('new')}</Button>}>
      {!mayEdit && <Locked sentence={t('managers-only')} />}
      {!groups.data && <Late rows={4} />}
      {groups.data && <GroupTable groups={groups.data} mayEdit={mayEdit} onOpen={(group) => open({ kind: 'edit', group })} onDelete={(group) => open({ kind: 'delete', group })} {...props} />}
      <TypesSection mayEdit={mayEdit} priceLists={props.priceLists} />
      {opened?.kind === 'edit' && <GroupDialog group={opened.group} onClose={() => open(null)} onSaved={(saved, name) => open(saved.waiting > 0 ? { kind: 'let-in', id: saved.id, name, waiting: saved.waiting } : null)} />}
      {opened?.kind === 'delete' && <DeleteGroup group={opened.group} groups={groups.data ?? []} onClose={() => open(null)} />}
      {opened?.kind === 'let-in' && <LetIn {...opened} onClose={() => open(null)} />}
    </Page>
  )
}
