import type { Language } from '../vocabulary.ts'

type Texts = { readonly code: (shop: string, code: string) => string; readonly expiring: (shop: string, points: string, day: string) => string }
/** What the shop writes to a customer, in the customer's language. */
export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    code: (shop, code) => `${shop}: your code is ${code}. It holds for 5 minutes. Tell it only to the cashier in front of you.`,
    expiring: (shop, points, day) => `${shop}: ${points} of your points expire after ${day}.`,
  },
  fr: {
    code: (shop, code) => `${shop} : votre code est ${code}. Il est valable 5 minutes. Ne le dites qu’à la personne à la caisse.`,
    expiring: (shop, points, day) => `${shop} : ${points} de vos points expirent après le ${day}.`,
  },
  es: {
    code: (shop, code) => `${shop}: su código es ${code}. Vale por 5 minutos. Dígalo solo a quien le atiende en la caja.`,
    expiring: (shop, points, day) => `${shop}: ${points} de sus puntos vencen después del ${day}.`,
  },
}
