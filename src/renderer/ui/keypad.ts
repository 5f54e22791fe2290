export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'point' | 'back' | 'clear'

/** What stands on the display after one more key: at most `decimals` digits after the point and nine before it, no leading zeros. */
export function press(typed: string, key: Key, decimals: number): string {
  if (key === 'clear') return ''
  if (key === 'back') return typed.slice(0, -1)
  if (key === 'point') return decimals === 0 || typed.includes('.') ? typed : `${typed === '' ? '0' : typed}.`
  const [whole = '', part] = typed.split('.')
  if (part !== undefined) return part.length < decimals ? typed + key : typed
  return whole === '0' ? key : whole.length < 9 ? typed + key : typed
}

/** The keypad key behind a key of the keyboard, or null. */
export function keyOf(name: string): Key | null {
  if (/^\d$/.test(name)) return name as Key
  if (name === '.' || name === ',') return 'point'
  return name === 'Backspace' ? 'back' : name === 'Delete' ? 'clear' : null
}

/** Typed decimal text in thousandths: '1.5' is 1500; null for nothing or zero. */
export function readMilli(typed: string): number | null {
  if (!/^\d{1,6}(\.\d{0,3})?$/.test(typed)) return null
  const [whole = '0', part = ''] = typed.split('.')
  return Number(whole) * 1000 + Number(part.padEnd(3, '0')) || null
}

/** Typed per cent in parts per million, 0 to 100: '12.5' is 125,000; null for anything else. */
export function readPercent(typed: string): number | null {
  if (!/^\d{1,3}(\.\d{0,3})?$/.test(typed)) return null
  const ppm = Math.round(Number(typed) * 10_000)
  return ppm > 0 && ppm <= 1_000_000 ? ppm : null
}

/** Minor units or thousandths as keypad text: 1250 with two decimals is '12.50'. */
export function toTyped(value: number, decimals: number): string {
  const text = (value / 10 ** decimals).toFixed(decimals)
  return decimals === 3 ? String(Number(text)) : text
}
