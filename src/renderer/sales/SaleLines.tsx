import { useTranslation } from 'react-i18next'
import type { SaleLineRecord, SaleRecord } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import dialog from './Dialogs.module.css'
import styles from './Sale.module.css'
import { useLineName } from './say-delivery.ts'
import { sayDiscount } from './say-discount.ts'

/** What was sold and what it came to. */
export function SaleLines({ sale }: { readonly sale: SaleRecord }) {
  const { t } = useTranslation('sales')
  return (
    <>
      <table className={dialog['table']} aria-label={t('lines')}>
        <thead>
          <tr>
            <th scope="col">{t('quantity')}</th>
            <th scope="col">{t('item')}</th>
            <th scope="col" className={dialog['number']}>{t('price')}</th>
            <th scope="col" className={dialog['number']}>{t('amount')}</th>
          </tr>
        </thead>
        <tbody>{sale.lines.map((line) => <Line key={line.id} line={line} />)}</tbody>
      </table>
      <Sums sale={sale} />
    </>
  )
}

function Line({ line }: { readonly line: SaleLineRecord }) {
  const { t } = useTranslation('sales')
  const named = useLineName()
  const format = useFormat()
  return (
    <tr>
      <td>{format.quantity(line.quantityMilli)}</td>
      <td>
        {named(line)}
        {line.discount && <span className="muted"> −{sayDiscount(line.discount, format)}</span>}
        {line.note !== '' && <div className="muted">{line.note}</div>}
        {line.returnedMilli > 0 && <div className={styles['returned']}>{t('returned', { quantity: format.quantity(line.returnedMilli) })}</div>}
      </td>
      <td className={dialog['number']}>{format.amount(line.priceCents)}</td>
      <td className={dialog['number']}>{format.amount(line.amountCents)}</td>
    </tr>
  )
}

function Sums({ sale }: { readonly sale: SaleRecord }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const { pricesIncludeTax } = useHere().shop
  const { totals, discount } = sale
  return (
    <dl className={styles['sums']}>
      <Sum word={t('subtotal')} value={format.amount(totals.subtotalCents)} />
      {discount && <Sum word={t('cart-discount-of', { discount: sayDiscount(discount, format) })} value={`−${format.amount(totals.discountsCents)}`} />}
      {totals.taxes.map(({ taxRateId, name, ratePpm, taxCents }) => (
        <Sum
          key={taxRateId} word={t(pricesIncludeTax ? 'tax-included' : 'tax', { name, rate: format.percent(ratePpm) })}
          value={format.amount(taxCents)}
        />
      ))}
      {sale.roundingCents !== 0 && <Sum word={t('sales:rounding')} value={format.amount(sale.roundingCents)} />}
      <div className={styles['sum']} data-total><dt>{t('total')}</dt><dd>{format.money(sale.totalCents)}</dd></div>
    </dl>
  )
}

const Sum = ({ word, value }: { readonly word: string; readonly value: string }) => <div className={styles['sum']}><dt>{word}</dt><dd>{value}</dd></div>
