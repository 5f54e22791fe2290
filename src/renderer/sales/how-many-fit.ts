const paddingPx = 32
const gapPx = 8
const perLetterPx = 8.4
const chevronPx = 20

/** How many tabs stand side by side in `widthPx`, room for a More tab kept where not all do. At least one. */
export function howManyFit(labels: readonly string[], widthPx: number, moreLetters: number): number {
  const tab = (letters: number) => letters * perLetterPx + paddingPx + gapPx
  const all = labels.reduce((sum, label) => sum + tab(label.length), -gapPx)
  if (widthPx === 0 || all <= widthPx) return labels.length
  let left = widthPx - tab(moreLetters) - chevronPx
  const count = labels.findIndex((label) => (left -= tab(label.length)) < 0)
  return Math.max(1, count)
}
