/** One scan as a keyboard scanner typed it: its characters and the times between them in milliseconds. */
export type KeyBurst = { readonly text: string; readonly gapsMs: number[] }
type Hearer = (burst: KeyBurst) => void

const silenceMs = 400
const mostCharacters = 200
const mostGaps = 200
let hearer: Hearer | null = null
let now: { text: string; gapsMs: number[]; lastMs: number } | null = null
let timer = 0

/** While it is asked, every key goes to the learning and nowhere else; answers how to stop. */
export function hearBursts(tell: Hearer): () => void {
  hearer = tell
  now = null
  return () => {
    hearer = null
    now = null
    window.clearTimeout(timer)
  }
}

function charOf({ key, ctrlKey }: KeyboardEvent): string {
  if (key === 'Enter') return '\r'
  if (key === 'Tab') return '\t'
  if (key.length !== 1) return ''
  return ctrlKey && /[a-z]/i.test(key) ? String.fromCharCode(key.toUpperCase().charCodeAt(0) & 0x1f) : key
}

function end(): void {
  const burst = now
  now = null
  if (burst && hearer && burst.text.length > 3) hearer({ text: burst.text.slice(0, mostCharacters), gapsMs: burst.gapsMs.slice(0, mostGaps) })
}

function onKey(event: KeyboardEvent): void {
  if (!hearer || !event.isTrusted || event.key === 'Escape') return
  event.preventDefault()
  event.stopImmediatePropagation()
  const char = charOf(event)
  if (char === '') return
  if (now) now.gapsMs.push(event.timeStamp - now.lastMs)
  now = { text: (now?.text ?? '') + char, gapsMs: now?.gapsMs ?? [], lastMs: event.timeStamp }
  window.clearTimeout(timer)
  timer = window.setTimeout(end, silenceMs)
}

// Before the listener that takes scans off the keyboard, which is installed when the page is drawn: what is learnt from must reach us as it was typed.
window.addEventListener('keydown', onKey, { capture: true })
