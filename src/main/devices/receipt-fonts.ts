import { graphemes } from './text-width.ts'

/** Which characters each part of the receipt's typeface holds, most used first. */
const parts: readonly (readonly [name: string, ranges: RegExp])[] = [
  ['latin', /^[\u0020-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2010-\u2027\u2030-\u205e\u20ac\u2122\u2191\u2193\u2212\u2215]$/u],
  ['latin-ext', /^[\u0100-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]$/u],
  ['vietnamese', /^(?:[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]|\u0300|\u0301|\u0303|\u0304|\u0308|\u0309|\u0323|\u0329)$/u],
  ['cyrillic', /^[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]$/u],
  ['cyrillic-ext', /^[\u0460-\u052f\u1c80-\u1c8a\u20b4\ua640-\ua69f]$/u],
  ['greek', /^[\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff]$/u],
  ['greek-ext', /^[\u1f00-\u1fff]$/u],
]

/** A stretch of text in one font; `font` null where no part of the typeface has its characters. */
export type Run = { readonly text: string; readonly font: string | null }

/** Cuts a text into stretches, each with the part of the typeface that has it, so that any name prints as it is written. */
export function runsOf(text: string): Run[] {
  const runs: { text: string; font: string | null }[] = []
  for (const one of graphemes(text)) {
    const last = runs.at(-1)
    const font = last?.font && has(last.font, one) ? last.font : (parts.find(([name]) => has(name, one))?.[0] ?? null)
    if (last && last.font === font) last.text += one
    else runs.push({ text: one, font })
  }
  return runs
}

const has = (font: string, grapheme: string): boolean => {
  const ranges = parts.find(([name]) => name === font)?.[1]
  return ranges !== undefined && Array.from(grapheme).every((letter) => ranges.test(letter))
}
