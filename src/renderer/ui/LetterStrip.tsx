import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './LetterStrip.module.css'

type Props = {
  readonly letters: readonly { readonly letter: string; readonly count: number }[]
  readonly here: string; readonly label: string; readonly say: (letter: string, count: number) => string
  readonly onLetter: (letter: string) => void
}
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ#'.split('')

/** A to Z beside a long list. One control, as a finger slides over it; the arrows step from letter to letter. */
export function LetterStrip({ letters, here, label, say, onLetter }: Props) {
  const strip = useRef<HTMLDivElement>(null)
  const count = (letter: string) => letters.find((each) => each.letter.toUpperCase() === letter)?.count ?? 0
  const at = Math.max(0, alphabet.indexOf(here))
  const touch = (event: PointerEvent) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = strip.current?.getBoundingClientRect()
    if (!box) return
    const letter = alphabet[Math.floor(((event.clientY - box.top) / box.height) * alphabet.length)]
    if (letter !== undefined && letter !== here) onLetter(letter)
  }
  const press = (event: KeyboardEvent) => {
    const letter = event.key === 'ArrowDown' ? alphabet[at + 1] : event.key === 'ArrowUp' ? alphabet[at - 1] : alphabet.find((each) => each === event.key.toUpperCase())
    if (letter === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onLetter(letter)
  }
  return (
    <div
      ref={strip} className={styles['strip']} role="slider" tabIndex={0} aria-label={label} aria-orientation="vertical"
      aria-valuemin={0} aria-valuemax={alphabet.length - 1} aria-valuenow={at} aria-valuetext={say(here, count(here))}
      onPointerDown={touch} onPointerMove={touch} onKeyDown={press}
    >
      {alphabet.map((letter) => <span key={letter} className={styles['letter']} data-some={count(letter) > 0} data-here={letter === here} aria-hidden>{letter}</span>)}
    </div>
  )
}
