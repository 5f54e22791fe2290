import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'
import type { GroupRow } from './group-form.ts'
import { GroupDot } from './GroupDot.tsx'
import styles from './Groups.module.css'
import { SmartGroupRows } from './SmartGroupRows.tsx'

type Acts = { readonly mayEdit: boolean; readonly onOpen: (group: GroupRow) => void; readonly onDelete: (group: GroupRow) => void; readonly onMembers: (group: GroupRow) => void; readonly onWaiting: () => void }
const columns = ['name', 'approval', 'members', 'earn-rate', 'price-list', 'discount'] as const
const numbers = new Set<string>(['members', 'earn-rate', 'discount'])

/** Every group in one table, the saved filters among them; who is in each is counted last. */
export function GroupTable({ groups, ...acts }: Acts & { readonly groups: readonly GroupRow[] }) {
  const { t } = useTranslation('groups')
  const counts = useAsk('customers/group-counts', {}, ['customers-changed', 'customer-changed'], { keepLast: true }).data
  const members = (group: GroupRow): number | null => counts?.find(({ groupId }) => groupId === group.id)?.members ?? (counts ? 0 : null)
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('groups')}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col" className={numbers.has(column) ? styles['number'] : undefined}>{t(column)}</th>)}<th scope="col"><span className="spoken-only">{t('acts')}</span></th></tr></thead>
        <tbody>
          {groups.map((group) => <Row key={group.id} group={group} members={members(group)} {...acts} />)}
          <SmartGroupRows />
        </tbody>
      </table>
    </div>
  )
}

function Row({ group, members, mayEdit, onOpen, onDelete, onMembers, onWaiting }: Acts & { readonly group: GroupRow; readonly members: number | null }) {
  const { t } = useTranslation('groups')
  const format = useFormat()
  const { name, description, needsApproval, waiting, timesMilli, priceListName, discountPpm, isDefault, payLater } = group
  return (
    <tr>
      <th scope="row">
        <UnstyledButton className={styles['open']} disabled={!mayEdit} onClick={() => onOpen(group)}><GroupDot colour={group.colour} />{name}</UnstyledButton>
        {isDefault && <span className={styles['tag']}>{t('default')}</span>}{payLater && <span className={styles['tag']}>{t('pays-later')}</span>}
        {description !== '' && <span className={styles['why']}>{description}</span>}
      </th>
      <td>{t(needsApproval ? 'approval-on' : 'approval-off')} {waiting > 0 && <UnstyledButton className={styles['waits']} mih={44} onClick={onWaiting}>{t('waiting', { count: waiting })}</UnstyledButton>}</td>
      <td className={styles['number']}>{members === null ? '…' : <UnstyledButton mih={44} miw={44} ta="right" c="var(--accent)" aria-label={t('members-of', { count: members, name })} onClick={() => onMembers(group)}>{format.whole(members)}</UnstyledButton>}</td>
      <td className={styles['number']}>{timesMilli === null ? '–' : t('times', { times: format.quantity(timesMilli) })}</td>
      <td>{priceListName ?? '–'}</td>
      <td className={styles['number']}>{discountPpm === 0 ? '–' : format.percent(discountPpm)}</td>
      <td className={styles['act']}>{mayEdit && <ActionIcon color="gray" aria-label={t('delete-name', { name })} title={isDefault ? t('default-stays') : t('delete')} disabled={isDefault} onClick={() => onDelete(group)}><IconTrash size={20} aria-hidden /></ActionIcon>}</td>
    </tr>
  )
}
