import { useCallback, useEffect, useState } from 'react'

/** Why there is no picture: no camera, not allowed, another program has it, it went away. */
export type CameraTrouble = 'none' | 'refused' | 'busy' | 'lost'
export type Camera = { readonly id: string; readonly name: string }
export type CameraState = {
  readonly status: 'asking' | 'live' | CameraTrouble; readonly stream: MediaStream | null
  readonly cameras: readonly Camera[]; readonly used: string | null
  readonly choose: (id: string) => void; readonly again: () => void
}

const keptAs = 'regulars.camera'
/** The camera that was used last on this till, by the browser's own id; null for none yet. */
export const lastCamera = (): string | null => localStorage.getItem(keptAs)
export const keepCamera = (id: string): void => localStorage.setItem(keptAs, id)

/** All cameras there are. Their names show only once the camera was allowed. */
export async function camerasHere(): Promise<Camera[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, name: label.replace(/ \([\da-f]{4}:[\da-f]{4}\)$/, '') }))
}

type Opened = { readonly ask: string; readonly status: 'live' | CameraTrouble; readonly stream: MediaStream | null }

/** Asks for the camera while mounted and the page shows, and lets go of it at once when either ends. */
export function useCamera(): CameraState {
  const [wanted, setWanted] = useState(lastCamera)
  const [attempt, setAttempt] = useState(0)
  const [opened, setOpened] = useState<Opened | null>(null)
  const shows = usePageShows()
  const ask = `${wanted} ${attempt} ${shows}`
  useEffect(() => {
    if (!shows) return undefined
    return openCamera(wanted, (stream) => setOpened({ ask, status: 'live', stream }), (status) => setOpened({ ask, status, stream: null }))
  }, [wanted, shows, ask])
  const now = opened?.ask === ask ? opened : null
  const status = now?.status ?? 'asking'
  const cameras = useCameras(status)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  const choose = useCallback((id: string) => (keepCamera(id), setWanted(id)), [])
  return { status, stream: now?.stream ?? null, cameras, used: now?.stream?.getVideoTracks()[0]?.getSettings().deviceId ?? null, choose, again }
}

/** Answers how to end it: the tracks stop, even if the camera is only just being given. */
function openCamera(wanted: string | null, onOpen: (stream: MediaStream) => void, onTrouble: (trouble: CameraTrouble) => void): () => void {
  let [wants, mine]: [boolean, MediaStream | null] = [true, null]
  const stop = () => mine?.getTracks().forEach((track) => track.stop())
  askFor(wanted).then((stream) => {
    mine = stream
    if (!wants) return stop()
    stream.getVideoTracks()[0]?.addEventListener('ended', () => wants && onTrouble('lost'))
    return onOpen(stream)
  }, (error: unknown) => wants && onTrouble(troubleOf(error)))
  return () => {
    wants = false
    stop()
  }
}

const size = { width: { ideal: 1920 }, height: { ideal: 1080 } }

/** The camera used last, else the one at the back; where the last one is gone, any. */
async function askFor(wanted: string | null): Promise<MediaStream> {
  const any = { ...size, facingMode: { ideal: 'environment' } }
  if (wanted === null) return navigator.mediaDevices.getUserMedia({ video: any })
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...size, deviceId: { exact: wanted } } })
  } catch (error) {
    if (troubleOf(error) === 'none') return navigator.mediaDevices.getUserMedia({ video: any })
    throw error
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}

/** Read again when one is plugged in, and when the names may be told. */
function useCameras(status: string): readonly Camera[] {
  const [cameras, set] = useState<readonly Camera[]>([])
  useEffect(() => {
    const look = () => void camerasHere().then(set, () => set([]))
    look()
    navigator.mediaDevices?.addEventListener('devicechange', look)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', look)
  }, [status])
  return cameras
}

function usePageShows(): boolean {
  const [shows, set] = useState(!document.hidden)
  useEffect(() => {
    const look = () => set(!document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return shows
}
