import type { Input } from '../../src/main/handlers.ts'
import type { Shop } from '../../src/main/shop/shop.ts'
import type { Cents, Ppm } from '../../src/main/vocabulary.ts'

/** The PINs of the three who work in the shop of the tests. */
export const pins = { owner: '8264', manager: '5937', cashier: '6183' } as const

/** A coffee roaster in Montréal: GST and QST added, cash to five cents. */
export const brulerie: Shop = {
  name: 'Brûlerie du Coin', address1: '4820, rue Saint-Denis', address2: '', city: 'Montréal', region: 'QC', postcode: 'H2J 2L6', country: 'CA',
  phone: '+15145550142', email: 'bonjour@brulerie.example', taxNumber: '123456789 RT0001', currency: 'CAD', locale: 'en-CA', language: 'en',
  timeZone: 'America/Toronto', pricesIncludeTax: false, cashStepCents: 5 as Cents, medical: false, minimumAge: 18, customerRequired: 'off',
  customerDetails: false, everyoneEditsCustomers: true, idleLockSeconds: 300, receiptFooter: 'Merci!',
  smsWording: { en: 'May we text you about your orders?', fr: 'Pouvons-nous vous texter au sujet de vos commandes?', es: '¿Podemos enviarle SMS sobre sus pedidos?' },
  emailWording: { en: 'May we email you our news?', fr: 'Pouvons-nous vous envoyer nos nouvelles par courriel?', es: '¿Podemos enviarle nuestras novedades por correo?' },
}

export const setUpBrulerie: Omit<Input<'shop/set-up'>, 'requestId'> = {
  shop: brulerie,
  taxes: {
    rates: [{ name: 'GST', ratePpm: 50_000 as Ppm }, { name: 'QST', ratePpm: 99_750 as Ppm }],
    classes: [{ name: 'Taxable', rates: [0, 1] }, { name: 'Untaxed', rates: [] }],
  },
  owner: { name: 'Olive', pin: pins.owner, language: 'en' }, register: { name: 'Till 1' },
}
