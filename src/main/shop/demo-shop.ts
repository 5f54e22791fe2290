import type { Cents, Language, Ppm } from '../vocabulary.ts'
import type { NewTaxes } from './shop-shapes.ts'
import type { Shop } from './shop.ts'

/** Who works in the made-up shop; the sign-in screen shows these PINs. The owner is the first. */
export const demoStaff = [
  { name: 'Olive', pin: '8264', role: 'owner', language: 'en' as Language },
  { name: 'Marc', pin: '5937', role: 'manager', language: 'fr' as Language },
  { name: 'Léa', pin: '6183', role: 'cashier', language: 'fr' as Language },
] as const

const shop: Shop = {
  name: 'Maison Boréale', address1: '1200, rue des Tilleuls', address2: '', city: 'Montréal', region: 'QC', postcode: 'H2X 1A1', country: 'CA', phone: '+15145550100',
  email: 'bonjour@boreale.example', taxNumber: '000000000 RT0001', currency: 'CAD', locale: 'en-CA', language: 'en', timeZone: 'America/Toronto', pricesIncludeTax: false,
  cashStepCents: 5 as Cents, medical: false, minimumAge: 18, customerRequired: 'off', customerDetails: true, everyoneEditsCustomers: true, idleLockSeconds: 600,
  receiptFooter: 'Merci! Thank you! ¡Gracias!',
  smsWording: {
    en: 'May we send you text messages about your orders and our offers?', fr: 'Pouvons-nous vous envoyer des textos au sujet de vos commandes et de nos offres?',
    es: '¿Podemos enviarle mensajes SMS sobre sus pedidos y nuestras ofertas?',
  },
  emailWording: {
    en: 'May we email you about your orders and our offers?', fr: 'Pouvons-nous vous écrire par courriel au sujet de vos commandes et de nos offres?',
    es: '¿Podemos enviarle correos sobre sus pedidos y nuestras ofertas?',
  },
}
const taxes: NewTaxes = {
  rates: [{ name: 'GST', ratePpm: 50_000 as Ppm }, { name: 'QST', ratePpm: 99_750 as Ppm }],
  classes: [{ name: 'Taxable', rates: [0, 1] }, { name: 'Basic groceries', rates: [] }],
}
export const demoSetUp = { shop, taxes, register: { name: 'Till 1' } }
