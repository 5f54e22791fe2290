import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../main/vocabulary.ts'
import type { CallFailed } from './bridge.ts'

type Words = Readonly<Record<string, string>>
const files = import.meta.glob<Words>('./words/*/*.json', { eager: true, import: 'default' })

const resources: Record<string, Record<string, Words>> = {}
for (const [path, words] of Object.entries(files)) {
  const [, language, room] = /words\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
  if (language && room) (resources[language] ??= {})[room] = words
}

void i18next.use(initReactI18next).init({
  resources, lng: 'en', fallbackLng: 'en', defaultNS: 'app', keySeparator: false,
  interpolation: { escapeValue: false }, returnNull: false, initAsync: false,
})

/** Switches every word on screen at once. */
export function speak(language: Language): void {
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** A failure as a sentence: what went wrong and what to do, in the language on screen. */
export function sayFailure(failure: Pick<CallFailed, 'code' | 'facts'>): string {
  return i18next.t(`refusals:${failure.code}`, { ...failure.facts, defaultValue: i18next.t('refusals:bug') })
}
