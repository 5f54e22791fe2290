import type { Input } from '../../main/handlers.ts'
import type { Shop } from '../../main/shop/shop.ts'
import type { Language } from '../../main/vocabulary.ts'
import { localeFor, usualFor } from './countries.ts'
import { ppmOf, taxPreset, type TypedRate } from './tax-presets.ts'

type SetUp = Omit<Input<'shop/set-up'>, 'requestId'>

/** What has been typed so far. No PIN: that one is never written anywhere before main hashes it. */
export type Draft = Pick<Shop, 'name' | 'address1' | 'city' | 'region' | 'postcode' | 'country' | 'phone' | 'taxNumber' | 'currency' | 'timeZone' | 'pricesIncludeTax' | 'medical' | 'minimumAge'> & {
  readonly language: Language; readonly cashStepCents: number; readonly rates: readonly TypedRate[]; readonly ownerName: string; readonly tillName: string
}
export type Pins = { readonly pin: string; readonly again: string }
export type Step = 'language' | 'shop' | 'money' | 'taxes' | 'kind' | 'owner' | 'summary'
export const steps: readonly Step[] = ['language', 'shop', 'money', 'taxes', 'kind', 'owner', 'summary']
/** Field -> key in words/setup. */
export type Problems = Readonly<Record<string, string>>

const tillNames: Readonly<Record<Language, string>> = { en: 'Till 1', fr: 'Caisse 1', es: 'Caja 1' }

/** A fresh draft for someone whose computer speaks `locale`, e.g. fr-CA. */
export function newDraft(locale: string): Draft {
  const spoken = locale.slice(0, 2)
  const language: Language = spoken === 'fr' || spoken === 'es' ? spoken : 'en'
  const country = /-([A-Z]{2})$/.exec(locale)?.[1] ?? 'CA'
  const blank = { name: '', address1: '', city: '', region: '', postcode: '', phone: '', taxNumber: '', medical: false, minimumAge: 18, ownerName: '', tillName: tillNames[language] }
  return withPlace({ ...blank, language, country, currency: '', timeZone: '', cashStepCents: 1, pricesIncludeTax: false, rates: [] }, { country, region: '' })
}

/** Country or province changed: money, clock and taxes follow it; each can be changed after. */
export function withPlace(draft: Draft, { country, region }: { country: string; region: string }): Draft {
  const { included, rates } = taxPreset(country, region, draft.language)
  return { ...draft, country, region, ...usualFor(country, region), pricesIncludeTax: included, rates }
}

/** Another language: what was filled in by us is said in it, what was typed stays. */
export function withLanguage(draft: Draft, language: Language): Draft {
  const untouched = JSON.stringify(draft.rates) === JSON.stringify(taxPreset(draft.country, draft.region, draft.language).rates)
  return {
    ...draft, language, rates: untouched ? taxPreset(draft.country, draft.region, language).rates : draft.rates,
    tillName: draft.tillName === tillNames[draft.language] ? tillNames[language] : draft.tillName,
  }
}

/** What stands in the way of going on from this step; empty when nothing does. */
export function problemsIn(step: Step, draft: Draft, pins: Pins): Problems {
  const found: Record<string, string> = {}
  const need = (field: string, ok: boolean, words: string) => {
    if (!ok) found[field] ??= words
  }
  if (step === 'shop') {
    need('name', draft.name.trim() !== '', 'name-needed')
    need('phone', draft.phone.trim() === '' || draft.phone.replaceAll(/\D/g, '').length >= 7, 'phone-short')
  }
  if (step === 'taxes') draft.rates.forEach(({ name, percent }, at) => {
    need(`rates.${at}.name`, name.trim() !== '', 'tax-name-needed')
    need(`rates.${at}.percent`, ppmOf(percent) !== null, 'tax-rate-wrong')
  })
  if (step === 'owner') {
    need('ownerName', draft.ownerName.trim() !== '', 'owner-needed')
    need('pin', /^\d{4,8}$/.test(pins.pin), 'pin-wrong')
    need('again', pins.pin === pins.again, 'pin-differs')
    need('tillName', draft.tillName.trim() !== '', 'till-needed')
  }
  return found
}

const wordings = {
  smsWording: { en: 'May we send you text messages about your orders and our offers?', fr: 'Pouvons-nous vous envoyer des textos au sujet de vos commandes et de nos offres?', es: '¿Podemos enviarle mensajes SMS sobre sus pedidos y nuestras ofertas?' },
  emailWording: { en: 'May we email you about your orders and our offers?', fr: 'Pouvons-nous vous écrire par courriel au sujet de vos commandes et de nos offres?', es: '¿Podemos enviarle correos sobre sus pedidos y nuestras ofertas?' },
}
const classNames: Readonly<Record<Language, readonly [string, string]>> = { en: ['Taxable', 'Untaxed'], fr: ['Taxable', 'Non taxable'], es: ['Con impuesto', 'Sin impuesto'] }

/** The draft as main takes it. */
export function asSetUp(draft: Draft, pin: string): SetUp {
  const { rates, ownerName, tillName, cashStepCents, ...rest } = draft
  const [taxable, untaxed] = classNames[draft.language]
  const all = { name: taxable, rates: rates.map((_, at) => at) }
  const none = { name: untaxed, rates: [] }
  return {
    shop: {
      ...rest, cashStepCents: cashStepCents as Shop['cashStepCents'], address2: '', email: '', locale: localeFor(draft.language, draft.country), customerRequired: 'off',
      customerDetails: false, everyoneEditsCustomers: true, idleLockSeconds: 300, receiptFooter: '', ...wordings,
    },
    taxes: { rates: rates.map(({ name, percent }) => ({ name, ratePpm: (ppmOf(percent) ?? 0) as SetUp['taxes']['rates'][number]['ratePpm'] })), classes: rates.length > 0 ? [all, none] : [none] },
    owner: { name: ownerName, pin, language: draft.language }, register: { name: tillName },
  }
}
