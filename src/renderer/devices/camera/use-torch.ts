import { useState } from 'react'

/** The camera's own light, where the track offers one; null where it does not. */
export function useTorch(stream: MediaStream | null): { readonly on: boolean; readonly toggle: () => void } | null {
  const [lit, setLit] = useState<MediaStream | null>(null)
  const track = stream?.getVideoTracks()[0]
  if (!track || !('torch' in track.getCapabilities())) return null
  const on = lit === stream
  const light = { torch: !on } as MediaTrackConstraintSet // not yet among TypeScript's own
  const toggle = () => void track.applyConstraints({ advanced: [light] }).then(() => setLit(on ? null : stream), () => undefined)
  return { on, toggle }
}
