import { useTranslation } from 'react-i18next'
import type { Answer } from '../../main/staff/staff.ts'
import type { Right } from '../../main/vocabulary.ts'
import { Section } from '../ui/Page.tsx'
import { useAsk } from '../use-call.ts'
import { useRoleWords } from './role-words.ts'
import styles from './StaffPage.module.css'

/** What each role may do by itself, with a manager's PIN, or not at all: as main decides it. */
export function RoleTable() {
  const { t } = useTranslation('staff')
  const { data } = useAsk('staff/roles', {})
  const sayRole = useRoleWords()
  if (!data) return null
  const rights = Object.keys(data[0]?.rights ?? {}) as Right[]
  const cell = (answer: Answer) => <span className={styles[answer]}>{t(`answer-${answer}`)}</span>
  return (
    <Section title={t('what-roles-may')}>
      <table className={styles['table']}>
        <thead><tr><th scope="col"><span className="spoken-only">{t('right')}</span></th>{data.map(({ id, name }) => <th key={id} scope="col">{sayRole(id, name)}</th>)}</tr></thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right}>
              <th scope="row">{t(`right-${right}`)}</th>
              {data.map((role) => <td key={role.id}>{cell(role.rights[right])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
