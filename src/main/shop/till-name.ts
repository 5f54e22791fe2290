import type { Language } from '../vocabulary.ts'

const till: Readonly<Record<Language, string>> = { en: 'Till', fr: 'Caisse', es: 'Caja' }

/** What a till is called until someone renames it. */
export const tillName = (language: Language, number: number): string => `${till[language]} ${number}`
