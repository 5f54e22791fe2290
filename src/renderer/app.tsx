import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { on, onConnection } from './bridge.ts'
import { CameraDesk } from './devices/camera/CameraDesk.tsx'
import { printLine } from './devices/printing/PrintLine.tsx'
import { HereContext, type Here } from './here.ts'
import { isHere, PlaceContext, type Place } from './navigation.ts'
import { PrintLineContext } from './printing.ts'
import { DemoProgress } from './screens/DemoProgress.tsx'
import { ScanLayer } from './screens/ScanLayer.tsx'
import { ScanRouter } from './screens/ScanRouter.tsx'
import { SetUpWizard } from './screens/SetUpWizard.tsx'
import { Shell } from './screens/Shell.tsx'
import { SignInScreen } from './screens/SignInScreen.tsx'
import { ChoosePin } from './staff/ChoosePin.tsx'
import { StaffApproval } from './staff/StaffApproval.tsx'
import { Failure } from './ui/Failure.tsx'
import { Toasts } from './ui/Toasts.tsx'
import { forgetUndos } from './toasts.ts'
import { UnsavedContext, useUnsavedForms } from './unsaved.ts'
import { useAsk } from './use-call.ts'
import { speak } from './words.ts'

/** The gate: set up the shop, sign in, then the register. One dialog layer and one toast layer over everything. */
export function App() {
  const connected = useConnected()
  useEffect(() => on('sale-completed', forgetUndos), [])
  useEffect(() => on('queue-changed', forgetUndos), [])
  return (
    <>
      <ScanRouter />
      <Gate />
      <Toasts connected={connected} />
    </>
  )
}

function Gate() {
  const status = useAsk('shop/status', {}, ['shop-changed', 'demo-progressed'])
  const session = useAsk('staff/session', {}, ['session-changed', 'staff-changed'])
  const here = useMemo<Here | null>(() => {
    const { shop, register, demo } = status.data ?? {}
    return shop && register && session.data ? { shop, register, session: session.data, demo: demo ?? false } : null
  }, [status.data, session.data])
  useLook(here, status.data?.shop?.language)
  if (status.error) return <Failure failure={status.error} retry={() => void status.refetch()} />
  if (!status.data || session.isPending) return null
  if (!status.data.setUp) return status.data.demo ? <DemoProgress /> : <SetUpWizard />
  if (!here || here.session.locked) return <SignInScreen />
  if (here.session.pinDue) return <HereContext value={here}><ChoosePin /></HereContext>
  return (
    <HereContext value={here}>
      <StaffApproval>
        <CameraDesk><PrintLineContext value={printLine}><Placed key={here.session.staffId} /></PrintLineContext></CameraDesk>
      </StaffApproval>
    </HereContext>
  )
}

function Placed() {
  const [place, setPlace] = useState<Place>({ screen: 'sell' })
  const unsaved = useUnsavedForms()
  const value = useMemo(() => ({ place, go: (next: Place) => (isHere(place, next) ? setPlace(next) : unsaved.leave(() => setPlace(next))) }), [place, unsaved])
  return (
    <UnsavedContext value={unsaved}>
      <PlaceContext value={value}>
        <Shell />
        <ScanLayer />
      </PlaceContext>
    </UnsavedContext>
  )
}

/** Language and theme follow whoever is signed in; before that, the shop's language and the system's theme. */
function useLook(here: Here | null, shopLanguage: Here['shop']['language'] | undefined): void {
  const { setColorScheme } = useMantineColorScheme()
  const [language, theme] = [here?.session.language ?? shopLanguage, here?.session.theme]
  useEffect(() => {
    if (language) speak(language)
  }, [language])
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
}

function useConnected(): boolean {
  const [connected, setConnected] = useState(true)
  useEffect(() => onConnection(setConnected), [])
  return connected
}
