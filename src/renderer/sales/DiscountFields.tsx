import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Discount } from '../../main/sales/sale.ts'
import type { Cents, Ppm } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import styles from './Dialogs.module.css'
import { readPercent, toTyped } from '../ui/keypad.ts'
import { Display, Keypad } from '../ui/Keypad.tsx'

export type TypedDiscount = { readonly kind: Discount['kind']; readonly typed: string }
const quickPercent = [50_000, 100_000, 150_000, 200_000]

export const typedDiscount = (discount: Discount | null, digits: number): TypedDiscount =>
  !discount ? { kind: 'percent', typed: '' }
  : discount.kind === 'percent' ? { kind: 'percent', typed: String(discount.ppm / 10_000) }
  : { kind: 'money', typed: toTyped(discount.cents, digits) }

/** The discount that was typed; null where nothing was; 'wrong' for more than a hundred per cent. */
export function readDiscount({ kind, typed }: TypedDiscount, readMoney: (typed: string) => number | null): Discount | null | 'wrong' {
  if (typed === '' || Number(typed) === 0) return null
  if (kind === 'percent') {
    const ppm = readPercent(typed)
    return ppm === null ? 'wrong' : { kind, ppm: ppm as Ppm }
  }
  const cents = readMoney(typed)
  return cents === null ? 'wrong' : { kind, cents: cents as Cents }
}

/** Per cent or money, by keypad, with the usual per cents one tap away. */
export function DiscountFields({ value, onChange }: { readonly value: TypedDiscount; readonly onChange: (value: TypedDiscount) => void }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const decimals = value.kind === 'percent' ? 2 : format.digits
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        <SegmentedControl
          fullWidth size="lg" aria-label={t('discount-kind')} value={value.kind} onChange={(kind) => onChange({ kind: kind as Discount['kind'], typed: '' })}
          data={[{ value: 'percent', label: t('percent') }, { value: 'money', label: t('money') }]}
        />
        <Display label={t('discount')} shown={value.typed} hint="0" {...(value.kind === 'percent' ? { unit: '%' } : {})} />
        <div className={styles['chips']}>
          {quickPercent.map((ppm) => (
            <button
              key={ppm} type="button" className={styles['chip']} aria-pressed={value.kind === 'percent' && value.typed === String(ppm / 10_000)}
              onClick={() => onChange({ kind: 'percent', typed: String(ppm / 10_000) })}
            >
              {format.percent(ppm)}
            </button>
          ))}
          <button type="button" className={styles['chip']} aria-pressed={value.typed === ''} onClick={() => onChange({ ...value, typed: '' })}>
            {t('no-discount')}
          </button>
        </div>
      </div>
      <Keypad typed={value.typed} onType={(typed) => onChange({ ...value, typed })} decimals={decimals} />
    </div>
  )
}
