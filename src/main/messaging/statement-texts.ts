import type { Language } from '../vocabulary.ts'

type Say = (shop: string, amount: string, balanceCents: number, due: string | null) => string
const say = (owes: (shop: string, amount: string) => string, by: (due: string) => string, credit: (shop: string, amount: string) => string): Say => (shop, amount, balanceCents, due) =>
  (balanceCents < 0 ? credit(shop, amount) : `${owes(shop, amount)}${due === null || balanceCents === 0 ? '' : ` ${by(due)}`}`)

/** What a short word on an account says: what is owed and since when it is due, or what stands to their credit. */
export const statementTexts: Readonly<Record<Language, Say>> = {
  en: say((shop, amount) => `${shop}: your account stands at ${amount}.`, (due) => `The oldest charge is due on ${due}.`, (shop, amount) => `${shop}: your account is ${amount} in credit.`),
  fr: say((shop, amount) => `${shop} : le solde de votre compte est de ${amount}.`, (due) => `Le plus ancien achat est payable le ${due}.`, (shop, amount) => `${shop} : votre compte a un crédit de ${amount}.`),
  es: say((shop, amount) => `${shop}: el saldo de su cuenta es ${amount}.`, (due) => `El cargo más antiguo vence el ${due}.`, (shop, amount) => `${shop}: su cuenta tiene ${amount} a su favor.`),
}
/** The line under it where the statement itself goes along as a file. */
export const statementAttached: Readonly<Record<Language, string>> = {
  en: 'Your statement is attached as a PDF.', fr: 'Votre relevé est joint en PDF.', es: 'Adjuntamos su estado de cuenta en PDF.',
}
