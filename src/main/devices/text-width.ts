const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide = /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

/** Letters that stand alone and take one column, as nearly all do: no need to look where one ends. */
const single = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u04ff\u2010-\u2027\u20a0-\u20bf\u2212]*$/

/** The characters as a reader counts them: an accent, a flag or a family is one. */
export const graphemes = (text: string): string[] => single.test(text) ? text.split('') : Array.from(segmenter.segment(text), ({ segment }) => segment)

/** How many columns a text takes on a receipt: Chinese, Japanese and Korean letters and emoji take two. */
export const columnsOf = (text: string): number => single.test(text) ? text.length : graphemes(text).reduce((all, one) => all + (wide.test(one) ? 2 : 1), 0)

/** Spaces of all kinds become plain ones and what cannot be seen goes: a printer knows neither. */
export const plainSpaces = (text: string): string => text.normalize('NFC').replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g, ' ').replace(/\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')

/** Breaks a text into lines no wider than `most`, at spaces where there are any. Leading spaces stay with every line. */
export function wrap(text: string, most: number, widthOf: (text: string) => number): string[] {
  const indent = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = indent
  for (const word of text.trim().split(/ +/).flatMap((one) => pieces(one, most - widthOf(indent), widthOf))) {
    const longer = line.trim() === '' ? indent + word : `${line} ${word}`
    if (widthOf(longer) <= most || line.trim() === '') line = longer
    else {
      lines.push(line)
      line = indent + word
    }
  }
  return [...lines, line]
}

/** A word that is too long for a line, cut where it must be. */
function pieces(word: string, most: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= most) return [word]
  const cut: string[] = ['']
  for (const one of graphemes(word)) {
    const last = cut.at(-1) ?? ''
    if (last !== '' && widthOf(last + one) > most) cut.push(one)
    else cut[cut.length - 1] = last + one
  }
  return cut
}
