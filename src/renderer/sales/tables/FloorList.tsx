import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Floor } from '../../../main/flows/edit-tables.ts'
import { useFormat } from '../../format.ts'
import { usePlace } from '../../navigation.ts'
import { Empty } from '../../ui/Empty.tsx'
import styles from './Tables.module.css'

type Props = { readonly floor: Floor; readonly onOpen: (cart: Floor[number]['carts'][number]) => void }

/** Every table by name: its carts, each a button that opens it, or that it is free. */
export function FloorList({ floor, onOpen }: Props) {
  const { t } = useTranslation(['tables', 'queue'])
  const { go } = usePlace()
  const { money, time } = useFormat()
  if (floor.length === 0) return <Empty sentence={t('no-tables')} actions={[{ label: t('to-apps'), do: () => go({ screen: 'office', page: 'apps' }) }]} />
  return (
    <ul className={styles['floor']} aria-label={t('floor')}>
      {floor.map((table) => (
        <li key={table.id} className={styles['table']} data-taken={table.carts.length > 0}>
          <h2>{table.name}</h2>
          {table.carts.length === 0 && <p className="muted">{t('free')}</p>}
          {table.carts.map((cart) => (
            <UnstyledButton key={cart.id} className={styles['cart']} onClick={() => onOpen(cart)}>
              <span className="cut">{cart.label}</span><span className="numbers">{money(cart.totalCents)}</span>
              <small className="muted">{cart.openOn ? t('queue:open-on', { till: cart.openOn }) : time(cart.parkedAt)}</small>
              <span className="spoken-only">{t('open-at', { table: table.name })}</span>
            </UnstyledButton>
          ))}
        </li>
      ))}
    </ul>
  )
}
