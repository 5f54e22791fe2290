import type { Language } from '../main/vocabulary.ts'

/** The shop's own word for a point. */
export type OwnWord = { readonly one: string; readonly many: string }
type Rule = readonly [pattern: RegExp, by: string]

// A word's gender is read off its end: right for nearly all of Spanish and most of French. What agrees with a point is then made to agree with it.
const feminine: Readonly<Record<Language, RegExp | null>> = { en: null, fr: /(?<!ag|ism|tr|br|cl|bl)es$|(?:ion|té)s$/u, es: /(?:as|iones|dades)$/u }
const agreements: Readonly<Record<Language, readonly Rule[]>> = {
  en: [],
  fr: [
    [/(points(?: déjà)?) (gagn|utilis|expir|donn)és/giu, '$1 $2ées'], [/(points(?:\}\})?(?: sont| étaient)?) dus/giu, '$1 dues'], [/(points) rendus/giu, '$1 rendues'],
    [/(points ont été) repris/giu, '$1 reprises'], [/(aucun point n.(?:a été utilisé|est prévu))/giu, '$1e'], [/(\baucun) point/giu, '$1e point'], [/\bun point/gu, 'une point'], [/\bdu point/gu, 'de la point'],
  ],
  es: [
    [/\b(l|much|cuánt|tant)os( próxim| primer)os puntos/giu, '$1as$2as puntos'], [/\b(l|much|cuánt|tant)os puntos/giu, '$1as puntos'], [/\bningún punto/giu, 'ninguna punto'],
    [/(puntos(?: ya)?) (ganad|usad|vencid|dad|fij|devuelt|canjead)os/giu, '$1 $2as'], [/\bun punto/gu, 'una punto'], [/\bdel punto/gu, 'de la punto'],
  ],
}
const nouns: Readonly<Record<Language, RegExp>> = { en: /\b(p)oint(s?)\b/giu, fr: /\b(p)oint(s?)\b/giu, es: /\b(p)unto(s?)\b/giu }

/** In French "de" and an article lose their vowel before another. */
const elided = (text: string): string => text.replace(/\b([dl])[ea] (?=[aeiouyàâéèêëîïôûœ])/giu, '$1’')
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1)

/** Null where the shop says "point"; a word given in one number only serves for both. */
export const ownWord = (word: OwnWord | undefined): OwnWord | null =>
  word === undefined || word.one + word.many === '' ? null : { one: word.one || word.many, many: word.many || word.one }

/** A text of ours with the shop's own word where we say "point"; what stands in {{braces}} is a name of ours and stays. */
export function inOwnWord(text: string, language: Language, { one, many }: OwnWord): string {
  const rules = feminine[language]?.test(many) ? agreements[language] : []
  const agreed = rules.reduce((before, [pattern, by]) => before.replace(pattern, by), text)
  const named = agreed.split(/(\{\{[^}]*\}\})/u).map((part) =>
    part.startsWith('{{') ? part : part.replace(nouns[language], (_, first: string, plural: string) => (first === 'P' ? capital(plural ? many : one) : plural ? many : one))).join('')
  return language === 'fr' && named !== text ? elided(named) : named
}
