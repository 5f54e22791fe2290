// One key of a keyboard, as a scanner or a person presses it, read as the character it stands for.

/** A key going down. `t` is in milliseconds on any clock that only goes on. */
export type WedgeKey = {
  readonly t: number; readonly key: string; readonly code?: string
  readonly ctrl?: boolean; readonly alt?: boolean; readonly shift?: boolean; readonly altGraph?: boolean; readonly repeat?: boolean; readonly composing?: boolean
}
export type Reading =
  | { readonly is: 'modifier' | 'other' | 'suffix' }
  | { readonly is: 'char'; readonly char: string; readonly us: string }
  /** A control character: Ctrl+J is a line feed. `down`: the arrow that some scanners send for one. */
  | { readonly is: 'control'; readonly char: string; readonly down?: boolean }
  | { readonly is: 'alt-digit'; readonly digit: string }

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn'])
const controlSigns: Readonly<Record<string, string>> = { '6': '\u001E', '^': '\u001E', ']': '\u001D', '\\': '\u001C', '[': '\u001B', '_': '\u001F', '-': '\u001F' }

/** What a key says. With Ctrl a letter is its control character; AltGr is how some layouts write @ and is no Ctrl. */
export function readKey(pressed: WedgeKey): Reading {
  const { key, alt, composing } = pressed
  if (modifiers.has(key)) return { is: 'modifier' }
  if (composing || key === 'Process' || key === 'Dead') return { is: 'other' }
  const layoutSign = key.length === 1 && (pressed.altGraph || (pressed.ctrl && alt)) && !/[a-z0-9]/i.test(key)
  if (pressed.ctrl && !layoutSign) return readControl(key, alt === true)
  if (alt && !layoutSign) return /^Numpad\d$/.test(pressed.code ?? '') && /^\d$/.test(key) ? { is: 'alt-digit', digit: key } : { is: 'other' }
  if (key === 'Enter' || key === 'Tab') return pressed.shift ? { is: 'other' } : { is: 'suffix' }
  if (key === 'ArrowDown') return { is: 'control', char: '\n', down: true }
  return key.length === 1 ? { is: 'char', char: key, us: usCharacter(pressed) ?? key } : { is: 'other' }
}

function readControl(key: string, alt: boolean): Reading {
  if (alt) return { is: 'other' }
  if (/^[a-z]$/i.test(key)) return { is: 'control', char: String.fromCharCode(key.toUpperCase().charCodeAt(0) & 0x1f) }
  const sign = controlSigns[key]
  return sign === undefined ? { is: 'other' } : { is: 'control', char: sign }
}

const usKeys: Readonly<Record<string, string>> = {
  Backquote: '`~', Digit1: '1!', Digit2: '2@', Digit3: '3#', Digit4: '4$', Digit5: '5%', Digit6: '6^', Digit7: '7&', Digit8: '8*', Digit9: '9(', Digit0: '0)',
  Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|', Semicolon: ';:', Quote: '\'"', Comma: ',<', Period: '.>', Slash: '/?', Space: '  ',
}

/** What the same key writes on a US keyboard: a scanner set to US on a computer set to French types the right keys and the wrong letters. */
export function usCharacter({ code = '', shift = false }: Pick<WedgeKey, 'code' | 'shift'>): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shift ? letter : letter.toLowerCase()
  const digit = /^Numpad(\d)$/.exec(code)?.[1]
  return digit ?? usKeys[code]?.charAt(shift ? 1 : 0) ?? null
}

/** The character of an Alt code typed on the number pad: 010 is a line feed, 0233 is é. */
export const altCharacter = (digits: string): string => String.fromCharCode(Number(digits) & 0xff)
