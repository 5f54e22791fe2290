import { Button, Checkbox, UnstyledButton } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SaleLineRecord } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import cart from './Cart.module.css'
import styles from './Dialogs.module.css'
import { useLineName } from './say-delivery.ts'
import { leftOf, stepped, type Returning } from './refund-lines.ts'

type Props = {
  readonly lines: readonly SaleLineRecord[]; readonly returning: Returning; readonly onReturning: (returning: Returning) => void; readonly onEverything: () => void
}

/** Tick a line for all that is left of it, or count pieces. */
export function RefundLines({ lines, returning, onReturning, onEverything }: Props) {
  const { t } = useTranslation('sales')
  return (
    <div className={styles['stack']}>
      <Button variant="default" onClick={onEverything} style={{ alignSelf: 'flex-start' }}>{t('refund-everything')}</Button>
      <table className={`${styles['table']} ${styles['middle']}`} aria-label={t('refund-lines')}>
        <thead>
          <tr><th scope="col">{t('item')}</th><th scope="col">{t('goes-back')}</th><th scope="col" className={styles['number']}>{t('total')}</th></tr>
        </thead>
        <tbody>{lines.map((line) => <Line key={line.id} line={line} returning={returning} onReturning={onReturning} />)}</tbody>
      </table>
    </div>
  )
}

type LineProps = { readonly line: SaleLineRecord; readonly returning: Returning; readonly onReturning: (returning: Returning) => void }
function Line({ line, returning, onReturning }: LineProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const named = useLineName()
  const [chosen, left] = [returning[line.id] ?? 0, leftOf(line)]
  return (
    <tr>
      <td>
        <Checkbox
          checked={chosen > 0 && chosen === left} indeterminate={chosen > 0 && chosen < left} disabled={left === 0} label={named(line)}
          onChange={(event) => onReturning({ ...returning, [line.id]: event.currentTarget.checked ? left : 0 })}
        />
      </td>
      <td>
        {left === 0 ? <span className="muted">{t('all-returned')}</span> : (
          <div className={cart['stepper']}>
            <UnstyledButton
              className={cart['step']} onClick={() => onReturning(stepped(returning, line, -1))}
              aria-label={t('one-less-back', { name: line.name })}
            >
              <IconMinus size={18} aria-hidden />
            </UnstyledButton>
            <span className={cart['count']}>{format.quantity(chosen)}</span>
            <UnstyledButton
              className={cart['step']} onClick={() => onReturning(stepped(returning, line, 1))} aria-label={t('one-more-back', { name: line.name })}
            >
              <IconPlus size={18} aria-hidden />
            </UnstyledButton>
            <span className="muted">{t('of', { quantity: format.quantity(left) })}</span>
          </div>
        )}
      </td>
      <td className={styles['number']}>{format.amount(line.totalCents)}</td>
    </tr>
  )
}
