import { articles } from './articles.ts'

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The help pages that hold every word typed, in their title or their steps; those whose title holds them first. All where nothing is typed. */
export function searchHelp(typed: string, t: (key: string) => string): readonly (typeof articles)[number][] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return articles
  const has = (text: string) => words.every((word) => folded(text).includes(word))
  const whole = ({ name, steps }: (typeof articles)[number]) => [t(`${name}-title`), ...Array.from({ length: steps }, (_, at) => t(`${name}-${at + 1}`))].join(' ')
  return articles.filter((article) => has(whole(article))).toSorted((one, other) => Number(has(t(`${other.name}-title`))) - Number(has(t(`${one.name}-title`))))
}
