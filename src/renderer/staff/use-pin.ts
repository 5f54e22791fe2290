import { useEffect, useRef, useState } from 'react'
import { eraseTyped, forgetTyped, keepTyped } from '../ui/type-ahead.ts'
import { useKeys } from '../use-keys.ts'

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

type Asked = { readonly length: number; readonly paused: boolean; readonly onPin: (pin: string) => Promise<boolean> }

/**
 * Takes the digits of a PIN by touch and from any keyboard; the last one sends it. A wrong one (`onPin` answers false) empties the dots. What is typed
 * while it is checked is kept for what the PIN opens, and forgotten where it was wrong.
 */
export function usePin({ length, paused, onPin }: Asked) {
  const [entered, setEntered] = useState('')
  const [wrongs, setWrongs] = useState(0)
  const typed = useRef('')
  const show = (pin: string) => setEntered((typed.current = pin))
  const checking = useRef(false)
  const check = async (pin: string) => {
    checking.current = true
    forgetTyped()
    const accepted = await onPin(pin).finally(() => void (checking.current = false))
    show('')
    if (accepted) return
    forgetTyped()
    setWrongs((count) => count + 1)
  }
  const press = (digit: string) => {
    if (checking.current) return keepTyped(digit)
    if (paused) return
    show(typed.current + digit)
    if (typed.current.length >= length) void check(typed.current)
  }
  const erase = () => {
    if (checking.current) eraseTyped()
    else show(typed.current.slice(0, -1))
  }
  useKeys({ ...Object.fromEntries(digits.map((digit) => [digit, () => press(digit)])), Backspace: erase })
  return { count: entered.length, wrongs, press, erase }
}

/** Whole seconds until that moment, counting down; 0 when it has passed or there is none. */
export function useSecondsUntil(until: string | null): number {
  const left = () => (until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    if (until === null) return undefined
    const timer = window.setInterval(() => setSeconds(left()), 250)
    return () => window.clearInterval(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `left` reads nothing but `until` and the clock
  }, [until])
  return seconds
}
