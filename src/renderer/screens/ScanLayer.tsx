import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { useHere } from '../here.ts'
import { usePlace } from '../navigation.ts'
import { useOpenParked } from '../sales/use-open-parked.tsx'
import { scanPlaces, useScanPlace, type OutcomeOf, type ScanOutcome } from '../scan-place.ts'
import { chooseByBadge } from '../staff/chosen-by-badge.ts'
import { sayToast } from '../toasts.ts'
import { useTakesCodes } from '../ui/code-camera.ts'
import { useAct } from '../use-call.ts'
import { routeScan } from './use-scan-router.ts'
import { sayOutcome } from './say-scan.ts'
import { BlankCardFor } from './BlankCard.tsx'
import { ChooseMeaning } from './ChooseMeaning.tsx'
import { LicenceOnProfile } from './LicenceOnProfile.tsx'
import { UnknownSheet } from './UnknownSheet.tsx'

type Asking = OutcomeOf<'choose' | 'unknown' | 'licence-profile' | 'card-blank'>
const dialogs = new Set<ScanOutcome['kind']>(['choose', 'unknown', 'licence-profile', 'card-blank'])
const asks = (outcome: ScanOutcome): outcome is Asking => dialogs.has(outcome.kind)
/** Whose profile was open when it was scanned. */
const whose = (): CustomerId | null => scanPlaces()[0]?.customerId ?? null

/** The frame around all screens: takes every scan that the screen on top did not, says what is to be said and asks what is to be asked. */
export function ScanLayer() {
  const { t } = useTranslation('scan')
  const { go } = usePlace()
  const [asking, ask] = useState<(Asking & { readonly on: CustomerId | null }) | null>(null)
  const parked = useOpenParked(() => go({ screen: 'sell' }))
  const switchUser = useSwitchUser()
  const show = (outcome: ScanOutcome): true => {
    const sentence = sayOutcome(t, outcome)
    if (sentence !== null) sayToast({ tone: outcome.kind === 'payment-card' || outcome.kind === 'read-error' ? 'error' : 'note', text: sentence })
    else if (outcome.kind === 'card-blank' && whose() === null) sayToast({ tone: 'note', text: t('card-blank', { code: outcome.shown }) })
    else if (asks(outcome)) ask({ ...outcome, on: whose() })
    else if (outcome.kind === 'customer-shown') go({ screen: 'customers', customerId: outcome.customerId })
    else if (outcome.kind === 'sale') go({ screen: 'office', page: 'sales', saleId: outcome.saleId })
    else if (outcome.kind === 'ticket') parked.openRow({ id: outcome.saleId, label: outcome.label })
    else if (outcome.kind === 'staff') switchUser(outcome)
    else if (outcome.kind === 'people') go({ screen: 'customers', text: outcome.text })
    return true
  }
  useScanPlace({ screen: 'elsewhere', customerId: null, show })
  // The camera's window leaves the page first: it must not count as lying over the screen.
  useTakesCodes(({ text, symbology }) => void window.setTimeout(() => routeScan(text, symbology), dialogLeavesMs))
  const close = () => ask(null)
  return (
    <>
      {asking?.kind === 'choose' && <ChooseMeaning asking={asking} onClose={close} onChosen={() => (close(), window.setTimeout(() => routeScan(asking.code, null), dialogLeavesMs))} />}
      {asking?.kind === 'unknown' && <UnknownSheet code={asking.code} customerId={asking.on} onClose={close} />}
      {asking?.kind === 'card-blank' && asking.on && <BlankCardFor blank={asking} customerId={asking.on} onClose={close} />}
      {asking?.kind === 'licence-profile' && <LicenceOnProfile key={asking.version} asking={asking} onClose={close} />}
      {parked.dialogs}
    </>
  )
}
/** The scan is taken anew once the dialog is off the page: it must not count as lying over the screen. */
const dialogLeavesMs = 250

/** Someone else's badge locks the till with that person chosen; whoever enters the PIN works from there. */
function useSwitchUser(): (staff: OutcomeOf<'staff'>) => void {
  const { t } = useTranslation('scan')
  const { session } = useHere()
  const lock = useAct(() => call('staff/lock', null))
  return ({ staffId, name }) => {
    if (staffId === session.staffId) return sayToast({ tone: 'note', text: t('badge-you', { name }) })
    chooseByBadge(staffId)
    void lock.run()
  }
}
