import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { CodeCameraContext, type TakeCode } from '../../ui/code-camera.ts'
import { CameraScan } from './CameraScan.tsx'

/** The one camera dialog, over whatever screen or field asks for it. It closes before what it read is taken. */
export function CameraDesk({ children }: { readonly children: ReactNode }) {
  const [asking, setAsking] = useState<{ readonly taker: TakeCode | undefined } | null>(null)
  const takers = useRef<readonly TakeCode[]>([])
  const listen = useCallback((taker: TakeCode) => {
    takers.current = [...takers.current, taker]
    return () => void (takers.current = takers.current.filter((other) => other !== taker))
  }, [])
  const camera = useMemo(() => ({ ask: (taker?: TakeCode) => setAsking({ taker }), listen }), [listen])
  const close = () => setAsking(null)
  const take = (text: string, symbology: string) => {
    const taker = asking?.taker ?? takers.current.at(-1)
    close()
    taker?.({ text, symbology })
  }
  return (
    <CodeCameraContext value={camera}>
      {children}
      {asking && <CameraScan onText={take} onClose={close} />}
    </CodeCameraContext>
  )
}
