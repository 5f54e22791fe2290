import type { Language } from '../vocabulary.ts'

const en = {
  receipt: 'Receipt', refund: 'Refund', duplicate: 'DUPLICATE', void: 'VOID', customer: 'Customer', deletedCustomer: 'Deleted customer', taxNumber: 'Tax no.', subtotal: 'Subtotal', discount: 'Discount',
  included: 'Included', total: 'Total', rounding: 'Cash rounding', paid: 'Amount paid', given: 'Cash given', change: 'Change', cash: 'Cash', card: 'Card',
  refunded: 'Amount refunded', ofSale: 'Of sale', reason: 'Reason', servedBy: 'Served by', refundedSoFar: 'Refunded since', colon: ': ',
  points: 'Loyalty', earned: 'Points earned', waiting: 'Points earned, yours on', used: 'Points used', takenBack: 'Points taken back', givenBack: 'Points given back',
  balance: 'Points balance', owed: 'Points owed', next: 'Next to expire, on', reward: 'Reward', pointsUsed: 'Points as payment',
  ownEarned: 'Earned', ownWaiting: 'Earned, yours on', ownUsed: 'Used', ownTakenBack: 'Taken back', ownGivenBack: 'Given back', ownBalance: 'Balance', ownOwed: 'Owed', ownPayment: 'Paid with',
  onAccount: 'On account', orderNumber: 'Order no.', owes: 'Owed on account', inCredit: 'Account in credit', due: 'Due on', exempt: 'Tax exempt', until: 'until', delivery: 'Delivery',
}
export type ReceiptWords = Readonly<Record<keyof typeof en, string>>

const fr: ReceiptWords = {
  receipt: 'Reçu', refund: 'Remboursement', duplicate: 'DUPLICATA', void: 'ANNULÉE', customer: 'Client', deletedCustomer: 'Client supprimé', taxNumber: 'No de taxe', subtotal: 'Sous-total', discount: 'Rabais',
  included: 'Inclus', total: 'Total', rounding: 'Arrondi au comptant', paid: 'Montant payé', given: 'Comptant reçu', change: 'Monnaie', cash: 'Comptant', card: 'Carte',
  refunded: 'Montant remboursé', ofSale: 'De la vente', reason: 'Motif', servedBy: 'Servi par', refundedSoFar: 'Remboursé depuis', colon: ' : ',
  points: 'Fidélité', earned: 'Points gagnés', waiting: 'Points gagnés, à vous le', used: 'Points utilisés', takenBack: 'Points repris', givenBack: 'Points rendus',
  balance: 'Solde de points', owed: 'Points dus', next: 'Prochains à expirer, le', reward: 'Récompense', pointsUsed: 'Payé en points',
  ownEarned: 'Gagné', ownWaiting: 'Gagné, à vous le', ownUsed: 'Utilisé', ownTakenBack: 'Repris', ownGivenBack: 'Rendu', ownBalance: 'Solde', ownOwed: 'Dû', ownPayment: 'Payé en',
  onAccount: 'Porté au compte', orderNumber: 'No de commande', owes: 'Dû au compte', inCredit: 'Crédit au compte', due: 'Payable le', exempt: 'Exempt de taxes', until: 'jusqu’au', delivery: 'Livraison',
}
const es: ReceiptWords = {
  receipt: 'Recibo', refund: 'Reembolso', duplicate: 'DUPLICADO', void: 'ANULADA', customer: 'Cliente', deletedCustomer: 'Cliente eliminado', taxNumber: 'N.º fiscal', subtotal: 'Subtotal', discount: 'Descuento',
  included: 'Incluido', total: 'Total', rounding: 'Redondeo en efectivo', paid: 'Importe pagado', given: 'Efectivo recibido', change: 'Cambio', cash: 'Efectivo', card: 'Tarjeta',
  refunded: 'Importe reembolsado', ofSale: 'De la venta', reason: 'Motivo', servedBy: 'Atendido por', refundedSoFar: 'Reembolsado después', colon: ': ',
  points: 'Lealtad', earned: 'Puntos ganados', waiting: 'Puntos ganados, suyos el', used: 'Puntos usados', takenBack: 'Puntos retirados', givenBack: 'Puntos devueltos',
  balance: 'Saldo de puntos', owed: 'Puntos que debe', next: 'Próximos en vencer, el', reward: 'Recompensa', pointsUsed: 'Pagado con puntos',
  ownEarned: 'Ganado', ownWaiting: 'Ganado, suyo el', ownUsed: 'Usado', ownTakenBack: 'Retirado', ownGivenBack: 'Devuelto', ownBalance: 'Saldo', ownOwed: 'Debe', ownPayment: 'Pagado con',
  onAccount: 'A cuenta', orderNumber: 'N.º de pedido', owes: 'Debe en cuenta', inCredit: 'A favor en cuenta', due: 'Vence el', exempt: 'Exento de impuestos', until: 'hasta el', delivery: 'Entrega',
}

/** `own…` are for a shop with its own word for a point: the word stands at the number, since it has a gender of its own.
 * A receipt is in the customer's language, so its words stand here and not with the screens'. */
export const receiptWords: Readonly<Record<Language, ReceiptWords>> = { en, fr, es }
