// What was typed while nothing could take it: between the last digit of a PIN and the field that the PIN opens.
const keptMs = 3_000
let kept: { readonly text: string; readonly at: number } = { text: '', at: 0 }

export const forgetTyped = (): void => void (kept = { text: '', at: 0 })
export const keepTyped = (character: string): void => void (kept = { text: kept.text + character, at: Date.now() })
export const eraseTyped = (): void => void (kept = { ...kept, text: kept.text.slice(0, -1) })
/** Nothing where it is older than 3 s: by then it was meant for something else. */
export const typedAhead = (): string => (Date.now() - kept.at < keptMs ? kept.text : '')
