import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'

export type Job = NonNullable<Output<'print/of-sale'>>
export type Printer = Output<'print/printers'>[number]
export type Tone = 'busy' | 'done' | 'warn' | 'bad'

export const toneOf = ({ state, reason }: Pick<Job, 'state' | 'reason'>): Tone => {
  if (state === 'printed' || state === 'sent') return 'done'
  if (state === 'unknown' || state === 'failed') return 'bad'
  return state === 'sending' && reason !== '' ? 'warn' : 'busy'
}

/** How a job stands, in one or two plain sentences. */
export function useSayPrint(): (job: Pick<Job, 'kind' | 'state' | 'reason'>) => string {
  const { t } = useTranslation('printing')
  return useCallback(({ kind, state, reason }) => {
    const why = reason === '' ? '' : t(`why-${reason}`)
    if (state === 'sending' && reason !== '') return `${why} ${heals(reason) ? t(`rest-${reason}`) : t('clear-then-go-on')}`
    if (state === 'failed') return `${why} ${t(kind === 'drawer' ? 'drawer-shut' : 'nothing-printed')}`
    if (state === 'unknown') return `${why} ${t('maybe-printed')}`
    return t(`state-${state}`)
  }, [t])
}

/** Paper and cover a printer notices by itself; a jam it must be told of. */
export const heals = (reason: string): boolean => reason === 'paper-out' || reason === 'cover-open' || reason === 'head-hot' || reason === 'offline'
