import { useTranslation } from 'react-i18next'
import type { Answer } from '../../main/staff/staff.ts'
import type { Right, Role } from '../../main/vocabulary.ts'
import { Section } from '../ui/Page.tsx'
import { useAsk } from '../use-call.ts'
import styles from './StaffPage.module.css'

const roles: readonly Role[] = ['cashier', 'manager', 'owner']

/** What each role may do by itself, with a manager's PIN, or not at all: as main decides it. */
export function RoleTable() {
  const { t } = useTranslation('staff')
  const { data } = useAsk('staff/roles', {})
  if (!data) return null
  const cell = (answer: Answer) => <span className={styles[answer]}>{t(`answer-${answer}`)}</span>
  return (
    <Section title={t('what-roles-may')}>
      <table className={styles['table']}>
        <thead><tr><th scope="col"><span className="spoken-only">{t('right')}</span></th>{roles.map((role) => <th key={role} scope="col">{t(role)}</th>)}</tr></thead>
        <tbody>
          {(Object.keys(data.owner) as Right[]).map((right) => (
            <tr key={right}>
              <th scope="row">{t(`right-${right}`)}</th>
              {roles.map((role) => <td key={role}>{cell(data[role][right])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
