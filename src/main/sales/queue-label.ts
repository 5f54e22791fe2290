import type { Instant, Language } from '../vocabulary.ts'

const walkIn: Readonly<Record<Language, string>> = { en: 'Walk-In', fr: 'Client de passage', es: 'Cliente de paso' }

/** What a cart without a customer waits under when the till saves it by itself: "Walk-In 14:05", in the shop's language and time. */
export const waitingLabel = (language: Language, timeZone: string, at: Instant): string =>
  `${walkIn[language]} ${new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))}`
