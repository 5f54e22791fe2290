import type { Language } from '../vocabulary.ts'

// The certificate is kept and handed on outside the register, so it carries its own words. Nothing in it is the person's.

/** What was erased, in the order of the page; what is not counted is not on it. */
export const certificateLines = [
  'names', 'contacts', 'addresses', 'photo', 'documents', 'attributes', 'notes', 'log-in', 'cards', 'consents', 'messages', 'sales', 'points', 'account', 'merges', 'activity', 'imports', 'files', 'exports', 'audit',
  'elsewhere', 'copies',
] as const
export type CertificateLine = (typeof certificateLines)[number]

export type CertificateWords = {
  readonly title: string; readonly number: string; readonly shop: string; readonly asked: string; readonly erased: string; readonly swept: string; readonly notSwept: string; readonly by: string; readonly allowed: string
  readonly till: string; readonly what: string; readonly kept: string; readonly keptLines: readonly string[]; readonly remains: string; readonly noRemains: string; readonly lines: Readonly<Record<CertificateLine, string>>
}
const en: CertificateWords = {
  title: 'Certificate of erasure', number: 'Number', shop: 'Shop', asked: 'Asked for', erased: 'Erased', swept: 'Search, log and copies swept', notSwept: 'Being swept: search, log and copies of the file', by: 'By',
  allowed: 'Allowed by', till: 'Till', what: 'What was erased', kept: 'What stays, without a name',
  keptLines: ['Sales with their totals and tax', 'Points earned and spent, as sums', 'Account entries that were settled', 'That consent was asked, when, and the answer', 'That somebody did something, without what'],
  remains: 'These files were set aside by an owner and still hold the person until the owner deletes them', noRemains: 'No other copy of the shop’s file on this till holds the person.',
  lines: {
    names: 'Customer records', contacts: 'Phones, emails and other contacts', addresses: 'Addresses', photo: 'Photos', documents: 'Identity and medical documents', attributes: 'Tags and own fields',
    notes: 'Notes and states', 'log-in': 'Log-in and security answer', cards: 'Cards blocked', consents: 'Consents made nameless', messages: 'Messages', sales: 'Sales made nameless', points: 'Words in the points history',
    account: 'Words on the account', merges: 'Merges and likely duplicates', activity: 'Activity on the record', imports: 'Rows of imports', files: 'Pieces of files waiting to be imported', exports: 'Exported files on this till',
    audit: 'Audit lines emptied of values', elsewhere: 'Mentions elsewhere', copies: 'Old copies of the shop’s file replaced',
  },
}
const fr: CertificateWords = {
  title: 'Certificat d’effacement', number: 'Numéro', shop: 'Commerce', asked: 'Demandé', erased: 'Effacé', swept: 'Recherche, journal et copies nettoyés', notSwept: 'Nettoyage en cours : recherche, journal et copies du fichier',
  by: 'Par', allowed: 'Autorisé par', till: 'Caisse', what: 'Ce qui a été effacé', kept: 'Ce qui reste, sans nom',
  keptLines: ['Les ventes, avec leurs totaux et leurs taxes', 'Les points gagnés et utilisés, en sommes', 'Les écritures de compte déjà réglées', 'Qu’un consentement a été demandé, quand, et la réponse', 'Que quelqu’un a fait quelque chose, sans dire quoi'],
  remains: 'Ces fichiers ont été mis de côté par un propriétaire et contiennent encore la personne jusqu’à ce qu’il les supprime', noRemains: 'Aucune autre copie du fichier du commerce sur cette caisse ne contient la personne.',
  lines: {
    names: 'Fiches de client', contacts: 'Téléphones, courriels et autres contacts', addresses: 'Adresses', photo: 'Photos', documents: 'Pièces d’identité et documents médicaux', attributes: 'Étiquettes et champs du commerce',
    notes: 'Notes et états', 'log-in': 'Accès en ligne et réponse de sécurité', cards: 'Cartes bloquées', consents: 'Consentements rendus anonymes', messages: 'Messages', sales: 'Ventes rendues anonymes',
    points: 'Mots dans l’historique des points', account: 'Mots au compte', merges: 'Fusions et doublons probables', activity: 'Activité de la fiche', imports: 'Lignes d’importation',
    files: 'Morceaux de fichiers à importer', exports: 'Fichiers exportés sur cette caisse', audit: 'Lignes d’audit vidées de leurs valeurs', elsewhere: 'Mentions ailleurs', copies: 'Anciennes copies du fichier remplacées',
  },
}
const es: CertificateWords = {
  title: 'Certificado de borrado', number: 'Número', shop: 'Tienda', asked: 'Solicitado', erased: 'Borrado', swept: 'Búsqueda, registro y copias limpiados', notSwept: 'Limpieza en curso: búsqueda, registro y copias del archivo', by: 'Por',
  allowed: 'Autorizado por', till: 'Caja', what: 'Lo que se borró', kept: 'Lo que queda, sin nombre',
  keptLines: ['Las ventas con sus totales e impuestos', 'Los puntos ganados y usados, en sumas', 'Los movimientos de cuenta ya saldados', 'Que se pidió el consentimiento, cuándo, y la respuesta', 'Que alguien hizo algo, sin decir qué'],
  remains: 'Un propietario apartó estos archivos y aún contienen a la persona hasta que los elimine', noRemains: 'Ninguna otra copia del archivo de la tienda en esta caja contiene a la persona.',
  lines: {
    names: 'Fichas de cliente', contacts: 'Teléfonos, correos y otros contactos', addresses: 'Direcciones', photo: 'Fotos', documents: 'Documentos de identidad y médicos', attributes: 'Etiquetas y campos propios',
    notes: 'Notas y estados', 'log-in': 'Acceso y respuesta de seguridad', cards: 'Tarjetas bloqueadas', consents: 'Consentimientos sin nombre', messages: 'Mensajes', sales: 'Ventas sin nombre', points: 'Palabras en el historial de puntos',
    account: 'Palabras en la cuenta', merges: 'Fusiones y posibles duplicados', activity: 'Actividad de la ficha', imports: 'Filas de importaciones', files: 'Partes de archivos por importar',
    exports: 'Archivos exportados en esta caja', audit: 'Líneas de auditoría sin valores', elsewhere: 'Menciones en otros lugares', copies: 'Copias antiguas del archivo reemplazadas',
  },
}
export const certificateWords: Readonly<Record<Language, CertificateWords>> = { en, fr, es }
