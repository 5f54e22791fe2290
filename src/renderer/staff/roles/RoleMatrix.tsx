import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../../here.ts'
import { useRoleWords } from '../role-words.ts'
import { AnswerCell } from './AnswerCell.tsx'
import { LimitCell } from './LimitCell.tsx'
import styles from './Roles.module.css'
import type { Choices, Role, Roles, Rules } from './use-roles.ts'

type Props = { readonly roles: readonly Role[]; readonly choices: Choices; readonly disabled: boolean; readonly set: Roles['set']; readonly onRename: (role: Role) => void; readonly onRemove: (role: Role) => void }
type Part = 'rights' | 'fields' | 'limits'

/** What each role may do, sees of a customer and may spend, in one table: arrows walk through it, Space asks for the next answer. */
export function RoleMatrix({ roles, choices, disabled, set, onRename, onRemove }: Props) {
  const { t } = useTranslation('roles')
  const [at, setAt] = useState('')
  const rows: readonly { readonly part: Part; readonly names: readonly string[] }[] = [
    { part: 'rights', names: choices.rights.map(({ right }) => right) }, { part: 'fields', names: choices.fields.map(({ field }) => field) }, { part: 'limits', names: choices.limits },
  ]
  const first = `rights/${choices.rights[0]?.right}/${roles[0]?.id}`
  return (
    <div className={styles['scroll']} tabIndex={-1}>
      <table className={styles['matrix']}>
        <caption className="spoken-only">{t('matrix')}</caption>
        <thead>
          <tr>
            <td><span className="spoken-only">{t('right')}</span></td>
            {roles.map((role) => <th key={role.id} scope="col"><Head role={role} disabled={disabled} onRename={onRename} onRemove={onRemove} /></th>)}
          </tr>
        </thead>
        {rows.map(({ part, names }) => (
          <tbody key={part}>
            <tr className={styles['group']}><th scope="colgroup" colSpan={roles.length + 1}>{t(`part-${part}`)}</th></tr>
            {names.map((name) => (
              <Line key={name} part={part} name={name} roles={roles} choices={choices} disabled={disabled} set={set} at={at === '' ? first : at} onAt={setAt} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Head({ role, disabled, onRename, onRemove }: { readonly role: Role; readonly disabled: boolean } & Pick<Props, 'onRename' | 'onRemove'>) {
  const { t } = useTranslation('roles')
  const name = useRoleWords()(role.id, role.name)
  return (
    <span className={styles['head']}>
      <span>{name}<span className={styles['people']}>{t('people', { count: role.people })}</span></span>
      {role.name !== '' && !disabled && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon color="gray" aria-label={t('more', { name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item mih={44} onClick={() => onRename(role)}>{t('rename')}</Menu.Item>
            <Menu.Item mih={44} color="red.8" onClick={() => onRemove(role)}>{t('remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  )
}

type LineProps = Pick<Props, 'roles' | 'choices' | 'disabled' | 'set'> & { readonly part: Part; readonly name: string; readonly at: string; readonly onAt: (key: string) => void }
function Line({ part, name, roles, choices, disabled, set, at, onAt }: LineProps) {
  const { t } = useTranslation(['roles', 'staff'])
  const sayRole = useRoleWords()
  const fixed = useFixed(part, name)
  const label = part === 'rights' ? t(`staff:right-${name}`, { defaultValue: name }) : t(`${part === 'fields' ? 'field' : 'limit'}-${name}`)
  return (
    <tr>
      <th scope="row">{label}</th>
      {roles.map((role) => {
        const key = `${part}/${name}/${role.id}`
        const common = { cellKey: key, label: `${label}, ${sayRole(role.id, role.name)}`, tabbed: at === key, onFocus: () => onAt(key) }
        if (part === 'limits') return <td key={role.id}><LimitCell {...common} name={name} disabled={disabled} value={role.limits[name as keyof Rules['limits']]} onValue={(value) => set(role, { ...rulesIn(role), limits: { ...role.limits, [name]: value } })} /></td>
        const why = fixed(role)
        const answer = why === 'everyone-edits' ? 'yes' : (role[part] as Readonly<Record<string, string>>)[name] ?? ''
        return <td key={role.id}><AnswerCell {...common} answer={answer} answers={answersOf(choices, part, name)} why={why && t(why)} disabled={disabled} onAnswer={(next) => set(role, { ...rulesIn(role), [part]: { ...role[part], [name]: next } })} /></td>
      })}
    </tr>
  )
}

const rulesIn = ({ rights, fields, limits }: Role): Rules => ({ rights, fields, limits })
const answersOf = (choices: Choices, part: 'rights' | 'fields', name: string): readonly string[] =>
  (part === 'rights' ? choices.rights.find(({ right }) => right === name)?.answers : choices.fields.find(({ field }) => field === name)?.sights) ?? []

/** Why a cell stays as it is: an owner can always change roles, and where everyone edits customers the tick means nothing. */
function useFixed(part: Part, name: string): (role: Role) => 'owner-keeps' | 'everyone-edits' | null {
  const { shop } = useHere()
  return ({ base }) => {
    if (part === 'rights' && name === 'edit-staff' && base === 'owner') return 'owner-keeps'
    return part === 'rights' && name === 'edit-customers' && shop.everyoneEditsCustomers && base !== 'accountant' ? 'everyone-edits' : null
  }
}
