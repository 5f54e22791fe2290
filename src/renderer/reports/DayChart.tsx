import { useElementSize } from '@mantine/hooks'
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoyaltyDay } from '../../main/reports/loyalty-report.ts'
import { useFormat } from '../format.ts'
import { barsOf, roundTop, stepFor, type Bar } from './day-bars.ts'
import styles from './Report.module.css'
import type { Span } from './span.ts'

const size = { heightPx: 168, leftPx: 56, bottomPx: 24, topPx: 10 }
const labelEveryPx = 90

/** Earned and redeemed as bars, solid and striped, a pair a day. Arrows or a finger say a pair's numbers; the table below is the same in full. */
export function DayChart({ rows, span }: { readonly rows: readonly LoyaltyDay[]; readonly span: Span }) {
  const { t } = useTranslation('report')
  const { ref, width } = useElementSize<HTMLDivElement>()
  const bars = useMemo(() => barsOf(rows, span), [rows, span])
  const [chosen, choose] = useState<number | null>(null)
  const say = useSay(span)
  const here = chosen === null ? null : (bars[chosen] ?? null)
  return (
    <section className={styles['chart']} aria-label={t('chart')}>
      <div className={styles['chartHead']}>
        <Key kind="earned" /><Key kind="redeemed" />
        <p className={styles['said']} aria-hidden>{here ? say(here) : t('chart-how')}</p>
      </div>
      <div
        ref={ref} role="slider" tabIndex={0} aria-label={t('chart')} aria-valuemin={0} aria-valuemax={bars.length - 1} aria-valuenow={chosen ?? 0} aria-valuetext={bars[chosen ?? 0] ? say(bars[chosen ?? 0]!) : ''}
        onKeyDown={(event) => step(event, bars.length, chosen, choose)} onPointerMove={(event) => choose(barUnder(event, bars.length))} onPointerDown={(event) => choose(barUnder(event, bars.length))} onPointerLeave={() => choose(null)}
      >
        <Plot bars={bars} width={width} chosen={chosen} />
      </div>
    </section>
  )
}

function useSay(span: Span): (bar: Bar) => string {
  const { t } = useTranslation('report')
  const format = useFormat()
  const step = stepFor(span)
  return (bar) => t(`bar-${step}`, { day: format.day(bar.from), earned: format.whole(bar.earned), redeemed: format.whole(bar.redeemed) })
}

function Key({ kind }: { readonly kind: 'earned' | 'redeemed' }) {
  const { t } = useTranslation('report')
  return <span className={styles['key']}><svg width="16" height="16" aria-hidden><Stripes /><rect className={styles[kind]} x="0.5" y="0.5" width="15" height="15" /></svg>{t(`key-${kind}`)}</span>
}

/** Told apart by pattern as well as by colour. */
const Stripes = () => (
  <defs>
    <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--surface)" /><rect width="3" height="6" fill="var(--warn)" /></pattern>
  </defs>
)

function step(event: KeyboardEvent, count: number, chosen: number | null, choose: (at: number) => void): void {
  const moves: Readonly<Record<string, number>> = { ArrowRight: (chosen ?? -1) + 1, ArrowLeft: (chosen ?? count) - 1, Home: 0, End: count - 1 }
  const to = moves[event.key]
  if (to === undefined) return
  event.preventDefault()
  choose(Math.max(0, Math.min(count - 1, to)))
}

function barUnder(event: PointerEvent, count: number): number | null {
  const box = event.currentTarget.getBoundingClientRect()
  const at = Math.floor(((event.clientX - box.left - size.leftPx) / (box.width - size.leftPx)) * count)
  return at >= 0 && at < count ? at : null
}

function Plot({ bars, width, chosen }: { readonly bars: readonly Bar[]; readonly width: number; readonly chosen: number | null }) {
  const format = useFormat()
  const top = roundTop(Math.max(1, ...bars.flatMap(({ earned, redeemed }) => [earned, redeemed])))
  const floor = size.heightPx - size.bottomPx
  const pairPx = Math.max(1, (width - size.leftPx) / bars.length)
  const yOf = (points: number) => floor - (Math.max(0, points) / top) * (floor - size.topPx)
  const barPx = Math.min(28, Math.max(1, pairPx * 0.36))
  const every = Math.max(1, Math.ceil(labelEveryPx / pairPx))
  return (
    <svg className={styles['plot']} height={size.heightPx} viewBox={`0 0 ${Math.max(1, width)} ${size.heightPx}`} aria-hidden>
      <Stripes />
      {[0, top / 2, top].map((points) => (
        <g key={points}><line className={styles['grid']} x1={size.leftPx} x2={width} y1={yOf(points)} y2={yOf(points)} /><text className={styles['axis']} x={size.leftPx - 8} y={yOf(points) + 4} textAnchor="end">{format.whole(points)}</text></g>
      ))}
      {bars.map((bar, at) => {
        const middle = size.leftPx + (at + 0.5) * pairPx
        return (
          <g key={bar.from}>
            {chosen === at && <rect className={styles['here']} x={middle - pairPx / 2} y={size.topPx} width={pairPx} height={floor - size.topPx} />}
            <rect className={styles['earned']} x={middle - barPx - 0.5} y={yOf(bar.earned)} width={barPx} height={floor - yOf(bar.earned)} />
            {bar.redeemed > 0 && <rect className={styles['redeemed']} x={middle + 0.5} y={yOf(bar.redeemed)} width={barPx} height={floor - yOf(bar.redeemed)} />}
            {at % every === 0 && <text className={styles['axis']} x={middle} y={size.heightPx - 6} textAnchor={bars.length > 1 && at === 0 && pairPx < labelEveryPx ? 'start' : 'middle'}>{format.shortDay(bar.from)}</text>}
          </g>
        )
      })}
    </svg>
  )
}
