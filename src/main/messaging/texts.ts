import type { Language } from '../vocabulary.ts'

type Texts = { readonly code: (shop: string, code: string) => string; readonly expiring: (shop: string, points: string, day: string) => string
  readonly approved: (shop: string) => string; readonly denied: (shop: string) => string }
/** What the shop writes to a customer, in the customer's language. */
export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    code: (shop, code) => `${shop}: your code is ${code}. It holds for 5 minutes. Tell it only to the cashier in front of you.`,
    expiring: (shop, points, day) => `${shop}: ${points} of your points expire after ${day}.`,
    approved: (shop) => `${shop}: your account was approved. You can log in now.`,
    denied: (shop) => `${shop}: your account was not approved. Ask us in the shop if you think this is a mistake.`,
  },
  fr: {
    code: (shop, code) => `${shop} : votre code est ${code}. Il est valable 5 minutes. Ne le dites qu’à la personne à la caisse.`,
    expiring: (shop, points, day) => `${shop} : ${points} de vos points expirent après le ${day}.`,
    approved: (shop) => `${shop} : votre compte est approuvé. Vous pouvez vous connecter.`,
    denied: (shop) => `${shop} : votre compte n’a pas été approuvé. Si vous croyez à une erreur, parlez-nous-en en magasin.`,
  },
  es: {
    code: (shop, code) => `${shop}: su código es ${code}. Vale por 5 minutos. Dígalo solo a quien le atiende en la caja.`,
    expiring: (shop, points, day) => `${shop}: ${points} de sus puntos vencen después del ${day}.`,
    approved: (shop) => `${shop}: su cuenta fue aprobada. Ya puede entrar.`,
    denied: (shop) => `${shop}: su cuenta no fue aprobada. Si cree que es un error, pregúntenos en la tienda.`,
  },
}
