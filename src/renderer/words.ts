import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../main/vocabulary.ts'
import type { CallFailed } from './bridge.ts'
import { inOwnWord, ownWord, type OwnWord } from './own-word.ts'

type Words = Readonly<Record<string, string>>
const files = import.meta.glob<Words>('./words/*/*.json', { eager: true, import: 'default' })

const resources: Record<string, Record<string, Words>> = {}
for (const [path, words] of Object.entries(files)) {
  const [, language, room] = /words\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
  if (language && room) (resources[language] ??= {})[room] = words
}

void i18next.use(initReactI18next).init({
  resources, lng: 'en', fallbackLng: 'en', defaultNS: 'app', keySeparator: false,
  interpolation: { escapeValue: false }, returnNull: false, initAsync: false, react: { bindI18nStore: 'added' },
})

/** The rooms that speak of points, but for the sentences about the word itself. */
const ofPoints = ['loyalty', 'program', 'report', 'refusals', 'office', 'items', 'pay', 'sales', 'picker', 'moving', 'attaching'] as const
const isAboutTheWord = (key: string): boolean => key.startsWith('own-word') || key.startsWith('word-')
let named = ''

/** Says the shop's own word wherever we say "point", in every language it has one in; null brings the usual word back. */
export function nameThePoint(words: Readonly<Record<Language, OwnWord>> | null): void {
  if (named === JSON.stringify(words ?? '')) return
  named = JSON.stringify(words ?? '')
  for (const language of ['en', 'fr', 'es'] as const) {
    const own = ownWord(words?.[language])
    for (const room of ofPoints) {
      const texts = Object.entries(resources[language]?.[room] ?? {})
      const said = own ? texts.map(([key, text]) => [key, isAboutTheWord(key) ? text : inOwnWord(text, language, own)]) : texts
      i18next.addResourceBundle(language, room, Object.fromEntries(said), false, true)
    }
  }
}

/** Switches every word on screen at once. */
export function speak(language: Language): void {
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** A failure as a sentence: what went wrong and what to do, in the language on screen. */
export function sayFailure(failure: Pick<CallFailed, 'code' | 'facts'>): string {
  return i18next.t(`refusals:${failure.code}`, { ...failure.facts, defaultValue: i18next.t('refusals:bug') })
}
