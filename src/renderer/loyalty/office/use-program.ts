import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { Rules, RuleVersion } from '../../../main/loyalty/program.ts'
import type { Instant, PlainDate } from '../../../main/vocabulary.ts'
import { call, newRequestId, type CallFailed } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useHere } from '../../here.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { instantOf } from './wall-clock.ts'

type Programs = Output<'loyalty/programs'>
/** When a changed version is to begin: at once, or with a day. */
export type Start = 'now' | PlainDate

// What was changed and not saved is kept while the person is elsewhere in the register.
let kept: { readonly staffId: string; readonly version: number; readonly rules: Rules } | null = null

/** Those to come: of several that begin together the newest holds, and the others never will. */
export const toCome = ({ next }: Programs): RuleVersion[] =>
  next.filter(({ startsAt, version }) => !next.some((other) => other.startsAt === startsAt && other.version > version)).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))

/** The versions, the one looked at, what is changed of it, and saving that as a new version. Past ones are frozen. */
export function useProgram() {
  const { session } = useHere()
  const asked = useAsk('loyalty/programs', {}, ['loyalty-changed'])
  const [looked, look] = useState<number | null>(null)
  const [draft, setDraft] = useState<Rules | null>(() => (kept?.staffId === session.staffId ? kept.rules : null))
  const [wasKept, setWasKept] = useState(draft !== null)
  const [resets, setResets] = useState(0)
  const versions = useMemo(() => (asked.data ? { now: asked.data.now, next: toCome(asked.data), past: asked.data.past } : null), [asked.data])
  const at = draft !== null && wasKept ? (kept?.version ?? null) : looked
  const shown = versions && ([versions.now, ...versions.next, ...versions.past].find((version) => version?.version === at) ?? versions.now)
  const place = !versions || !shown ? 'now' : versions.next.includes(shown) ? 'next' : versions.past.includes(shown) ? 'past' : 'now'
  const set = (rules: Rules) => {
    if (!shown) return
    kept = { staffId: session.staffId, version: shown.version, rules }
    setDraft(rules)
  }
  const discard = () => {
    kept = null
    setDraft(null)
    setWasKept(false)
    setResets((count) => count + 1)
  }
  const rules = draft ?? shown?.rules ?? null
  const dirty = draft !== null && JSON.stringify(draft) !== JSON.stringify(shown?.rules)
  const saving = useSaving(discard)
  return { failure: asked.error, retry: () => void asked.refetch(), versions, shown, place, look: (version: number) => (discard(), look(version)), rules, set, dirty, discard, resets, wasKept: wasKept && dirty, ...saving } as const
}
export type Program = ReturnType<typeof useProgram>

function useSaving(onSaved: () => void) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const { shop } = useHere()
  const [refused, setRefused] = useState<string | null>(null)
  const act = useAct(async (rules: Rules, startsAt: Instant | null, said: 'saved' | 'withdrawn') => {
    setRefused(null)
    const { version } = await call('loyalty/save-program', { requestId: newRequestId(), startsAt, rules })
    onSaved()
    sayToast({ tone: 'done', text: said === 'withdrawn' ? t('withdrawn', { day: format.date(startsAt ?? '') }) : startsAt === null ? t('saved-now', { version }) : t('saved-from', { version, day: format.date(startsAt) }) })
  }, (failure: CallFailed) => {
    const { field } = failure.facts
    if (failure.code !== 'rules-wrong' || typeof field !== 'string') return false
    setRefused(field)
    return true
  })
  const startOf = useCallback((start: Start): Instant | null => (start === 'now' ? null : instantOf(`${start}T00:00`, shop.timeZone)), [shop.timeZone])
  return { busy: act.busy, refused, startOf, save: (rules: Rules, startsAt: Instant | null) => void act.run(rules, startsAt, 'saved'), withdraw: (now: Rules, startsAt: Instant) => void act.run(now, startsAt, 'withdrawn') }
}
