import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import styles from './Explain.module.css'
import { useSay } from './use-say.ts'

type Earn = NonNullable<Output<'loyalty/explain'>['earn']>
type Line = Earn['lines'][number]
type Props = { readonly earn: Earn; readonly version: number; readonly pending: number }

/** A sale's points, worked out: each line with its rate and multiplier, or why it counts for nothing; the sum, rounded once. */
export function EarnTable({ earn, version, pending }: Props) {
  const { t } = useTranslation('loyalty')
  const { money } = useFormat()
  const decimal = useDecimal()
  const say = useSay()
  return (
    <>
      <Rate version={version} />
      <table className={styles['lines']}>
        <thead>
          <tr><th scope="col">{t('line')}</th><th scope="col" data-number>{t('counts')}</th><th scope="col" data-number>{t('points-word')}</th><th scope="col">{t('times')}</th><th scope="col" data-number>{t('makes')}</th></tr>
        </thead>
        <tbody>{earn.lines.map((line, at) => <LineRow key={at} line={line} />)}</tbody>
        <tfoot>
          <tr><th scope="row">{t('together')}</th><td data-number>{money(earn.eligibleCents)}</td><td data-number colSpan={3}>{decimal(earn.exact)}</td></tr>
          <tr><th scope="row" colSpan={4}>{t(`rounding-${earn.rounding}`)}</th><td data-number>{say.number(earn.rounded)}</td></tr>
          {earn.cap && <tr><th scope="row" colSpan={4}>{t(`cap-${earn.cap.kind}`, { points: say.points(earn.cap.most) })}</th><td data-number>{say.number(earn.result)}</td></tr>}
          <tr data-total><th scope="row" colSpan={4}>{t(pending > 0 ? 'result-pending' : 'result')}</th><td data-number>{say.moved(earn.result)}</td></tr>
        </tfoot>
      </table>
      <p className={styles['check']} data-good={earn.addsUp}>
        {earn.addsUp ? <IconCircleCheck size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}{t(earn.addsUp ? 'adds-up' : 'adds-not-up')}
      </p>
    </>
  )
}

function LineRow({ line }: { readonly line: Line }) {
  const { t } = useTranslation('loyalty')
  const { money, quantity } = useFormat()
  const decimal = useDecimal()
  const name = line.quantityMilli === 1000 ? line.name : `${quantity(line.quantityMilli)} × ${line.name}`
  if (line.notCounted) return <tr data-out><th scope="row">{name}</th><td colSpan={3}>{t(`not-${line.notCounted}`)}</td><td data-number>0</td></tr>
  const by = line.multipliers.map(({ kind, name: called, timesMilli }) => `×${quantity(timesMilli)} ${called || t(`by-${kind}`)}`)
  return (
    <tr>
      <th scope="row">{name}</th><td data-number>{money(line.eligibleCents)}</td><td data-number>{decimal(line.base)}</td>
      <td>{by.length === 0 ? '×1' : by.length === 1 ? by[0] : t('of-these', { times: decimal(line.times), names: by.join(', ') })}</td><td data-number>{decimal(line.points)}</td>
    </tr>
  )
}

/** By which rate: as the rules of that day had it. */
function Rate({ version }: { readonly version: number }) {
  const { t } = useTranslation('loyalty')
  const { money } = useFormat()
  const say = useSay()
  const { data } = useAsk('loyalty/programs', {}, ['loyalty-changed'])
  const rules = data && [data.now, ...data.next, ...data.past].find((each) => each?.version === version)?.rules
  if (!rules) return null
  const { basis, points, perCents, pointsPerVisit, beforeTax, minimumCents } = rules.earn
  const rate = t(beforeTax ? 'rate-before-tax' : 'rate-with-tax', { points: say.points(points), amount: money(perCents) })
  const parts = [
    basis === 'visit' || basis === 'visit-and-spend' ? t('rate-visit', { points: say.points(pointsPerVisit) }) : null, basis === 'items' ? t('rate-items') : null,
    basis === 'spend' || basis === 'visit-and-spend' ? rate : null, minimumCents > 0 ? t('rate-minimum', { amount: money(minimumCents) }) : null,
  ]
  return <p className={styles['rate']}>{parts.filter(Boolean).join(' · ')}</p>
}

/** Main's decimals in the language on screen: 33.75 is 33,75 in French. */
function useDecimal() {
  const { locale } = useFormat()
  const point = new Intl.NumberFormat(locale).format(1.5).replace(/\d/g, '')
  return (text: string): string => text.replace('.', point)
}
