/** The list with one place moved to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const kept = list.filter((_, at) => at !== from)
  const one = list[from]
  return one === undefined ? [...list] : [...kept.slice(0, to), one, ...kept.slice(to)]
}
