import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { Failure } from '../ui/Failure.tsx'
import { useAsk } from '../use-call.ts'
import { HouseholdAdd } from './HouseholdAdd.tsx'
import { HouseholdChange, type Change } from './HouseholdChange.tsx'
import styles from './Household.module.css'
import loyalty from './Loyalty.module.css'
import { useSay } from './use-say.ts'

export type Household = NonNullable<Output<'loyalty/household'>['household']>
export type HouseMember = Household['members'][number]
type Props = { readonly customerId: CustomerId; readonly name: string }

/** With whom this customer spends points together, and what each of them earned, spent and has left. */
export function HouseholdSection({ customerId, name }: Props) {
  const { t } = useTranslation('household')
  const asked = useAsk('loyalty/household', { customerId }, ['points-changed', 'loyalty-changed', 'customer-changed'])
  const [adding, setAdding] = useState(false)
  const [change, setChange] = useState<{ readonly kind: Change; readonly member: HouseMember } | null>(null)
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data?.on) return null
  const { household, most } = asked.data
  const owner = household?.members.find(({ role }) => role === 'owner')
  return (
    <section aria-label={t('household')}>
      <div className={loyalty['bar']}>
        <h3 className={loyalty['title']}>{household ? t('household-of', { name: household.name }) : t('household')}</h3>
        {(household?.members.length ?? 1) < most && <Button variant="default" onClick={() => setAdding(true)}>{t('add')}</Button>}
      </div>
      {household ? <Members household={household} of={customerId} onChange={(kind, member) => setChange({ kind, member })} /> : <p className="muted">{t('none')}</p>}
      {adding && <HouseholdAdd customerId={customerId} name={name} ownerName={owner?.name ?? name} household={household} onClose={() => setAdding(false)} />}
      {change && <HouseholdChange change={change.kind} member={change.member} ownerName={owner?.name ?? name} onClose={() => setChange(null)} />}
    </section>
  )
}

type MembersProps = { readonly household: Household; readonly of: CustomerId; readonly onChange: (kind: Change, member: HouseMember) => void }
function Members({ household, of, onChange }: MembersProps) {
  const { t } = useTranslation('household')
  const say = useSay()
  return (
    <table className={`${loyalty['ledger']} ${styles['members']}`} aria-label={t('members')}>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th><th scope="col">{t('may')}</th><th scope="col" data-number>{t('earned')}</th><th scope="col" data-number>{t('spent')}</th>
          <th scope="col" data-number>{t('share')}</th><th scope="col"><span className="spoken-only">{t('loyalty:actions')}</span></th>
        </tr>
      </thead>
      <tbody>{household.members.map((member) => <Row key={member.customerId} member={member} isThis={member.customerId === of} alone={household.members.length === 1} onChange={(kind) => onChange(kind, member)} />)}</tbody>
      <tfoot><tr><th scope="row" colSpan={4}>{t('together')}</th><td data-number colSpan={1}><strong>{say.number(household.balance)}</strong></td></tr></tfoot>
    </table>
  )
}

type RowProps = { readonly member: HouseMember; readonly isThis: boolean; readonly alone: boolean; readonly onChange: (kind: Change) => void }
function Row({ member, isThis, alone, onChange }: RowProps) {
  const { t } = useTranslation('household')
  const say = useSay()
  const isOwner = member.role === 'owner'
  const may = member.role === 'spender' && member.capPoints !== null ? t('spender-cap', { points: say.number(member.capPoints), spent: say.number(member.spentThisMonth) }) : t(`role-${member.role}`)
  return (
    <tr data-this={isThis || undefined}>
      <td>{member.name}</td><td>{may}</td><td data-number>{say.number(member.earned)}</td><td data-number>{say.number(member.spent)}</td><td data-number>{say.number(member.share)}</td>
      <td>
        {(!isOwner || alone) && (
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="subtle" size={44} aria-label={t('change', { name: member.name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {!isOwner && <Menu.Item onClick={() => onChange('role')}>{t('change-role')}</Menu.Item>}
              {!isOwner && <Menu.Item onClick={() => onChange('owner')}>{t('make-owner')}</Menu.Item>}
              <Menu.Item onClick={() => onChange('leave')}>{t('leave')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  )
}
