import type { Language } from '../vocabulary.ts'

const en = {
  payment: 'Payment on account', statement: 'Statement of account', amount: 'Paid on account', paidOff: 'For', stillOpen: 'open', sale: 'Sale', asOf: 'As of', from: 'From', to: 'to', before: 'Balance before',
  now: 'Balance', overdue: 'Overdue', charge: 'Charge', paid: 'Payment', adjustment: 'Adjustment', refund: 'Refund', void: 'Void', 'write-off': 'Written off', none: 'Nothing owed.',
  to30: '0-30 days', to60: '31-60 days', to90: '61-90 days', older: 'Over 90 days', more: 'Older rows are left out here.', limit: 'Limit', payout: 'Credit paid out', received: 'Received (signature)',
  headDay: 'Date', headWhat: 'What', headDue: 'Due', headAmount: 'Amount', headOpen: 'Open', headBalance: 'Balance', page: 'Page', of: 'of', for: 'For', byAge: 'What is open, by age',
}
export type AccountWords = Readonly<Record<keyof typeof en, string>>
const fr: AccountWords = {
  payment: 'Paiement au compte', statement: 'Relevé de compte', amount: 'Payé au compte', paidOff: 'Pour', stillOpen: 'à payer', sale: 'Vente', asOf: 'En date du', from: 'Du', to: 'au', before: 'Solde antérieur',
  now: 'Solde', overdue: 'En retard', charge: 'Achat', paid: 'Paiement', adjustment: 'Correction', refund: 'Remboursement', void: 'Annulation', 'write-off': 'Radiation', none: 'Rien à payer.',
  to30: '0 à 30 jours', to60: '31 à 60 jours', to90: '61 à 90 jours', older: 'Plus de 90 jours', more: 'Les lignes plus anciennes ne sont pas montrées ici.', limit: 'Limite', payout: 'Crédit versé', received: 'Reçu (signature)',
  headDay: 'Date', headWhat: 'Opération', headDue: 'Échéance', headAmount: 'Montant', headOpen: 'À payer', headBalance: 'Solde', page: 'Page', of: 'de', for: 'Pour', byAge: 'À payer, par ancienneté',
}
const es: AccountWords = {
  payment: 'Pago a cuenta', statement: 'Estado de cuenta', amount: 'Pagado a cuenta', paidOff: 'Por', stillOpen: 'pendiente', sale: 'Venta', asOf: 'Al', from: 'Del', to: 'al', before: 'Saldo anterior',
  now: 'Saldo', overdue: 'Vencido', charge: 'Cargo', paid: 'Pago', adjustment: 'Ajuste', refund: 'Reembolso', void: 'Anulación', 'write-off': 'Castigo', none: 'No debe nada.',
  to30: '0 a 30 días', to60: '31 a 60 días', to90: '61 a 90 días', older: 'Más de 90 días', more: 'Las filas más antiguas no se muestran aquí.', limit: 'Límite', payout: 'Saldo a favor pagado', received: 'Recibido (firma)',
  headDay: 'Fecha', headWhat: 'Concepto', headDue: 'Vence', headAmount: 'Importe', headOpen: 'Pendiente', headBalance: 'Saldo', page: 'Página', of: 'de', for: 'Para', byAge: 'Pendiente, por antigüedad',
}
/** A statement and a payment's receipt are in the customer's language, as every receipt. */
export const accountWords: Readonly<Record<Language, AccountWords>> = { en, fr, es }
