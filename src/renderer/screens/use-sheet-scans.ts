import { useEffect, useState } from 'react'
import { heard, mostGapMs, noBurst, scanned } from '../sales/burst.ts'

/** A card that was scanned while a sheet was open; each scan is one of its own. */
export type SheetScan = { readonly code: string }

/**
 * Hears a keyboard scanner over an open sheet. Its characters are held back until it is clear who types: a scan presses no key of the sheet, and what
 * a hand typed arrives as it was. With a second dialog on top, or the cursor in a field, nothing is heard.
 */
export function useSheetScans(active: boolean): SheetScan | null {
  const [scan, setScan] = useState<SheetScan | null>(null)
  useEffect(() => (active ? listen((code) => setScan({ code })) : undefined), [active])
  return scan
}

function listen(onScan: (code: string) => void): () => void {
  const held = keyHolder()
  let burst = noBurst
  const end = (event: KeyboardEvent) => {
    const code = scanned(burst, event.timeStamp)
    burst = noBurst
    if (code === null) return held.giveBack()
    swallow(event)
    held.drop()
    onScan(code)
  }
  const press = (event: KeyboardEvent) => {
    if (replayed.has(event) || event.key === 'Shift' || !isForSheet(event)) return
    if (event.key === 'Enter' || event.key === 'Tab') return end(event)
    if (event.key.length !== 1 || event.key === ' ' || event.repeat) return held.giveBack()
    if (event.timeStamp - burst.lastAt > mostGapMs) held.giveBack()
    burst = heard(burst, event.key, event.timeStamp)
    swallow(event)
    held.keep(event)
  }
  window.addEventListener('keydown', press, { capture: true })
  return () => (held.drop(), window.removeEventListener('keydown', press, { capture: true }))
}

const replayed = new WeakSet<Event>()
/** A little longer than a scanner needs between two characters. */
const holdMs = mostGapMs + 10

/** Keys that wait; given back in their order once nobody went on typing as fast as a scanner does. */
function keyHolder() {
  let held: { readonly key: string; readonly target: EventTarget }[] = []
  let timer = 0
  const drop = () => (window.clearTimeout(timer), (held = []))
  const giveBack = () => {
    const keys = held
    drop()
    for (const { key, target } of keys) {
      const again = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      replayed.add(again)
      target.dispatchEvent(again)
    }
  }
  const keep = ({ key, target }: KeyboardEvent) => {
    window.clearTimeout(timer)
    held = [...held, { key, target: target ?? window }]
    timer = window.setTimeout(giveBack, holdMs)
  }
  return { drop, giveBack, keep }
}

function isForSheet(event: KeyboardEvent): boolean {
  const inField = event.target instanceof Element && event.target.matches('input, textarea, select')
  return !event.ctrlKey && !event.altKey && !event.metaKey && !inField && document.querySelectorAll('[aria-modal="true"]').length === 1
}

const swallow = (event: KeyboardEvent): void => (event.preventDefault(), event.stopImmediatePropagation())
