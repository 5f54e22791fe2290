import { UnstyledButton } from '@mantine/core'
import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CartLine } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import styles from './Cart.module.css'
import { useLineName } from './say-delivery.ts'
import { sayDiscount } from './say-discount.ts'
import { useSell } from './sell.ts'
import { useLineEdits } from './use-line-edits.ts'

/** What is rung up, as a table. The marked line is the one that + - and Del work on. */
export function CartLines({ lines }: { readonly lines: readonly CartLine[] }) {
  const { t } = useTranslation('sell')
  const { selected } = useSell()
  const named = useLineName()
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    body.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected, lines.length])
  return (
    <div className={styles['lines']}>
      <table className={styles['table']} aria-label={t('cart-lines')}>
        <thead className="spoken-only">
          <tr><th scope="col">{t('quantity')}</th><th scope="col">{t('item')}</th><th scope="col">{t('amount')}</th></tr>
        </thead>
        <tbody ref={body}>{lines.map((line) => <Line key={line.id} line={{ ...line, name: named(line) }} selected={line.id === selected} />)}</tbody>
      </table>
    </div>
  )
}

function Line({ line, selected }: { readonly line: CartLine; readonly selected: boolean }) {
  const { t } = useTranslation('sell')
  const { open, select } = useSell()
  const format = useFormat()
  const showSheet = () => (select(line.id), open(line.kind === 'delivery' ? { kind: 'delivery' } : { kind: 'line', lineId: line.id }))
  const details = useDetails(line)
  const said = [line.name, details.was, details.each, details.reason, details.off, details.note].filter((part) => part !== '').join(' ')
  const full = line.quantityMilli === 1000 && line.discount === null ? line.listPriceCents : null
  return (
    <tr className={styles['line']} data-selected={selected} onFocus={() => select(line.id)}>
      <td><Stepper line={line} /></td>
      <td className={styles['what']}>
        <UnstyledButton className={styles['name']} onClick={showSheet} aria-label={t('change-line', { name: said })} title={line.name}>
          <span className={styles['lineName']}>{line.name} </span>
          <Detail details={details} />
        </UnstyledButton>
      </td>
      <td className={styles['amount']}>
        {line.priceReason !== 'list' && full !== null && full !== line.amountCents && <s className="muted" aria-label={t('list-price')}>{format.amount(full)}</s>}
        <span>{format.amount(line.amountCents)}</span>
      </td>
    </tr>
  )
}

function Stepper({ line }: { readonly line: CartLine }) {
  const { t } = useTranslation('sell')
  const { step } = useLineEdits()
  const format = useFormat()
  const last = line.quantityMilli <= 1000
  const counted = line.kind === 'item'
  return (
    <div className={styles['stepper']}>
      <UnstyledButton className={styles['step']} onClick={() => void step(line.id, -1)} aria-label={t(last ? 'remove-line' : 'one-less', { name: line.name })}>
        {last ? <IconTrash size={18} aria-hidden /> : <IconMinus size={18} aria-hidden />}
      </UnstyledButton>
      {counted && <span className={styles['count']}>{format.quantity(line.quantityMilli)}</span>}
      {counted && (
        <UnstyledButton className={styles['step']} onClick={() => void step(line.id, 1)} aria-label={t('one-more', { name: line.name })}>
          <IconPlus size={18} aria-hidden />
        </UnstyledButton>
      )}
    </div>
  )
}

/** What the second line says: what one costs and why, the discount, the note. The same words are in the button's name, so that who speaks to the till can say what they see. */
function useDetails(line: CartLine): Details {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const changed = line.priceReason !== 'list' && line.listPriceCents !== line.priceCents
  const single = line.quantityMilli === 1000 && line.discount === null
  return {
    was: !single && changed ? format.amount(line.listPriceCents) : '', each: single ? '' : t('each', { price: format.amount(line.priceCents) }),
    reason: line.priceReason === 'list' ? '' : line.priceReason === 'override' ? t('price-changed') : line.priceListName,
    off: line.discount ? `−${sayDiscount(line.discount, format)}` : '', note: line.note,
  }
}
type Details = { readonly was: string; readonly each: string; readonly reason: string; readonly off: string; readonly note: string }

function Detail({ details: { was, each, reason, off, note } }: { readonly details: Details }) {
  return (
    <span className={styles['detail']}>
      {each !== '' && <span className="numbers">{was !== '' && <><s>{was}</s> </>}{each} </span>}
      {reason !== '' && <span className={styles['reason']}>{reason} </span>}
      {off !== '' && <span className={styles['off']}>{off} </span>}
      {note !== '' && <span className={styles['noted']}>{note}</span>}
    </span>
  )
}
