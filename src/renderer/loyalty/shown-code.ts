/** A card code as it is read out: groups of four from the end, C4471 0093. The same as it is printed on the card. */
export function shownCode(code: string): string {
  const first = code.length <= 4 ? code.length : 4 + (code.length % 4)
  return [code.slice(0, first), ...(code.slice(first).match(/.{4}/g) ?? [])].join(' ')
}
