import { createContext, useContext, useEffect, useRef } from 'react'

/** What a camera or a picture gave: a licence's text has one letter for each byte (0-255); the symbology is an AIM identifier (L0, E0 …). */
export type ReadCode = { readonly text: string; readonly symbology: string }
export type TakeCode = (code: ReadCode) => void
/** `ask` shows the camera; what it reads goes to `taker`, or without one to the screen that `listen`ed last. */
export type CodeCamera = { readonly ask: (taker?: TakeCode) => void; readonly listen: (taker: TakeCode) => () => void }

/** The one camera of the register; null where there is none to ask (sign-in, set-up). */
export const CodeCameraContext = createContext<CodeCamera | null>(null)

/** A screen says where codes go that are read while it shows, unless the asking field wants them itself. */
export function useTakesCodes(take: TakeCode, active = true): void {
  const listen = useContext(CodeCameraContext)?.listen
  const latest = useRef(take)
  useEffect(() => void (latest.current = take))
  useEffect(() => (active && listen ? listen((code) => latest.current(code)) : undefined), [active, listen])
}
