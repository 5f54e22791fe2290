import type { CustomerId, Instant, Language, RegisterId, StaffId } from '../vocabulary.ts'

export type Channel = 'sms' | 'email' | 'whatsapp' | 'phone' | 'post'
export type MessageType = 'general' | 'marketing'
/** The two channels that have a switch at the register. */
export type SwitchChannel = 'sms' | 'email'
export const messageTypes: readonly MessageType[] = ['general', 'marketing']

/** One thing somebody said, word for word as it was asked. It is never changed: a change of mind is another event. */
export type ConsentEvent = {
  readonly id: string; readonly customerId: CustomerId; readonly channel: Channel; readonly type: MessageType; readonly allowed: boolean
  readonly address: string; readonly wording: string; readonly language: Language
  /** 'register', 'import', 'number changed', … */
  readonly how: string
  readonly staffId: StaffId | 'system'; readonly registerId: RegisterId | 'system'; readonly at: Instant
}
export type ConsentState = Pick<ConsentEvent, 'channel' | 'type' | 'allowed' | 'address' | 'how' | 'at'>
export type ConsentChoice = { readonly channel: SwitchChannel; readonly allowed: boolean }
/** How the register's two switches stand: on where both types of that channel are allowed. Off where nobody ever asked. */
export type ConsentSwitches = Readonly<Record<SwitchChannel, boolean>>

export const switchesOf = (states: readonly ConsentState[]): ConsentSwitches => ({ sms: isOn(states, 'sms'), email: isOn(states, 'email') })

const isOn = (states: readonly ConsentState[], channel: SwitchChannel): boolean =>
  messageTypes.every((type) => states.some((state) => state.channel === channel && state.type === type && state.allowed))

type Asked = Omit<ConsentEvent, 'id' | 'type' | 'channel' | 'allowed'>

/** The switch of one channel is both types of it (C7): two events with the same words, address and moment. */
export const eventsOf = (choice: ConsentChoice, asked: Asked, newId: () => string): ConsentEvent[] =>
  messageTypes.map((type) => ({ ...asked, id: newId(), channel: choice.channel, type, allowed: choice.allowed }))

const usual: Readonly<Record<Channel, Readonly<Record<Language, string>>>> = {
  sms: {
    en: 'May {shop} send you text messages, offers included? You can stop them at any time.',
    fr: '{shop} peut-il vous envoyer des textos, y compris des offres? Vous pouvez les arrêter en tout temps.',
    es: '¿Puede {shop} enviarle mensajes de texto, incluidas ofertas? Puede cancelarlos cuando quiera.',
  },
  email: {
    en: 'May {shop} send you emails, offers included? You can stop them at any time.',
    fr: '{shop} peut-il vous envoyer des courriels, y compris des offres? Vous pouvez les arrêter en tout temps.',
    es: '¿Puede {shop} enviarle correos, incluidas ofertas? Puede cancelarlos cuando quiera.',
  },
  whatsapp: {
    en: 'May {shop} write to you on WhatsApp, offers included? You can stop it at any time.',
    fr: '{shop} peut-il vous écrire sur WhatsApp, y compris des offres? Vous pouvez l’arrêter en tout temps.',
    es: '¿Puede {shop} escribirle por WhatsApp, incluidas ofertas? Puede cancelarlo cuando quiera.',
  },
  phone: {
    en: 'May {shop} call you, offers included? You can stop it at any time.',
    fr: '{shop} peut-il vous appeler, y compris pour des offres? Vous pouvez l’arrêter en tout temps.',
    es: '¿Puede {shop} llamarle, incluidas ofertas? Puede cancelarlo cuando quiera.',
  },
  post: {
    en: 'May {shop} send you letters, offers included? You can stop them at any time.',
    fr: '{shop} peut-il vous envoyer du courrier, y compris des offres? Vous pouvez l’arrêter en tout temps.',
    es: '¿Puede {shop} enviarle cartas, incluidas ofertas? Puede cancelarlas cuando quiera.',
  },
}
type Wordings = { readonly name: string; readonly smsWording: Readonly<Record<Language, string>>; readonly emailWording: Readonly<Record<Language,
  string>> }

/** The exact words the customer is asked with: the shop's own in that language, else ours. The shop words the two channels the till sends by. */
export function wordingFor(shop: Wordings, channel: Channel, language: Language): string {
  const own = channel === 'sms' ? shop.smsWording[language] : channel === 'email' ? shop.emailWording[language] : ''
  return (own.trim() === '' ? usual[channel][language] : own).replaceAll('{shop}', shop.name)
}
