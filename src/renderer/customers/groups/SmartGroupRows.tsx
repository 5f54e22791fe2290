import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'
import styles from './Groups.module.css'

type SmartGroup = Output<'customers/smart-groups'>[number]

/** Saved filters stand with the groups, under an icon of their own: anybody may be in any number of them, and they price nothing. */
export function SmartGroupRows() {
  const { data = [] } = useAsk('customers/smart-groups', {}, ['customers-changed'], { keepLast: true })
  return data.map((group) => <Row key={group.id} group={group} />)
}

function Row({ group: { id, name } }: { readonly group: SmartGroup }) {
  const { t } = useTranslation('groups')
  const format = useFormat()
  const { data } = useAsk('customers/list-count', { filter: { smartGroupId: id } }, ['customers-changed', 'customer-changed'], { keepLast: true })
  return (
    <tr data-smart>
      <th scope="row">
        <span className={styles['open']} style={{ color: 'var(--text)' }}><IconFilter size={18} aria-hidden />{name}</span><span className={styles['tag']}>{t('smart')}</span>
        <span className={styles['why']}>{t('smart-what')}</span>
      </th>
      <td>–</td><td className={styles['number']}>{data ? format.whole(data.total) : '…'}</td><td className={styles['number']}>–</td><td>–</td><td className={styles['number']}>–</td><td>{'\u00a0'}</td>
    </tr>
  )
}
