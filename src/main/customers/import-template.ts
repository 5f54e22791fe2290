import type { Language } from '../vocabulary.ts'

// Headers that the reader of columns knows, in the order in which people fill them in.
const heads: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'First Name', 'Last Name', 'Nickname', 'Company', 'Mobile', 'Home Phone', 'Business Phone', 'Email', 'Home Street', 'Home Street 2', 'Home City', 'Home State', 'Home Postal Code', 'Home Country',
    'Birth date', 'Language', 'Tags', 'Notes', 'Job title', 'Industry', 'Website', 'Tax number', 'Group', 'Customer type', 'Price list', 'Discount', 'Tax exempt', 'Tax certificate', 'Pay-later limit',
    'Opening points', 'Text messages allowed', 'Emails allowed',
  ],
  fr: [
    'Prénom', 'Nom', 'Surnom', 'Entreprise', 'Cellulaire', 'Téléphone (domicile)', 'Téléphone (bureau)', 'Courriel', 'Rue (domicile)', 'Rue (domicile) 2', 'Ville (domicile)', 'Province (domicile)', 'Code postal (domicile)', 'Pays (domicile)',
    'Date de naissance', 'Langue', 'Étiquettes', 'Notes', 'Fonction', 'Secteur', 'Site web', 'Numéro de taxe', 'Groupe', 'Type de client', 'Liste de prix', 'Rabais', 'Exonéré de taxes', 'Certificat d’exonération', 'Limite de crédit',
    'Solde de points', 'Textos permis', 'Courriels permis',
  ],
  es: [
    'Nombre', 'Apellidos', 'Apodo', 'Empresa', 'Celular', 'Teléfono particular', 'Teléfono del trabajo', 'Correo', 'Calle particular', 'Calle particular 2', 'Ciudad particular', 'Estado particular', 'Código postal particular', 'País particular',
    'Fecha de nacimiento', 'Idioma', 'Etiquetas', 'Notas', 'Puesto', 'Sector', 'Sitio web', 'NIF', 'Grupo', 'Tipo de cliente', 'Lista de precios', 'Descuento', 'Exento de impuestos', 'Certificado de exención', 'Límite de crédito',
    'Saldo de puntos', 'Mensajes permitidos', 'Correos permitidos',
  ],
}
const fileNames: Readonly<Record<Language, string>> = { en: 'customers to import.csv', fr: 'clients à importer.csv', es: 'clientes para importar.csv' }

/** The headers of the file to fill in, and its name. */
export const templateHeads = (language: Language): { readonly heads: readonly string[]; readonly fileName: string } => ({ heads: heads[language], fileName: fileNames[language] })
