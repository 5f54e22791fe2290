import type { Language } from '../vocabulary.ts'
import { columnIds } from './export-columns.ts'

// A file is read outside the register, so it carries its own words. Heads stand in the order of the columns; our own import knows them again.

const heads: Readonly<Record<Language, string>> = {
  en: `Customer code|Type|Customer Type|Customer Group|Status|First Name|Last Name|Nickname|Company|Job Title|Industry|Website|Mobile|Phone 2|Phone 3|Email|Email 2|Email 3
Address label|Address 1|Address 2|City|State|Postcode|Country|Other address label|Other Address 1|Other Address 2|Other City|Other State|Other Postcode|Other Country|More contact details|Other contacts
Date of Birth|Language|Preferred channel|Tags|Notes|Tax ID|Registration no.|Tax exempt|Tax certificate|Tax exempt until|Price list|Discount %|Pay later|Pay-later limit|Pay-later days|PO required|Parent company
Points|Balance|Visits|Last visit|Source|Added|Last updated|Texts: general|Texts: marketing|Emails: general|Emails: marketing|Other details
Drivers License Number|Drivers License State|Drivers License Expiration Date|Medical number|Medical expiration`,
  fr: `Code de client|Type|Type de client|Groupe de clients|Statut|Prénom|Nom|Surnom|Entreprise|Titre du poste|Industrie|Site web|Cellulaire|Téléphone 2|Téléphone 3|Courriel|Courriel 2|Courriel 3
Libellé de l’adresse|Adresse 1|Adresse 2|Ville|Province|Code postal|Pays|Libellé (autre)|Adresse 1 (autre)|Adresse 2 (autre)|Ville (autre)|Province (autre)|Code postal (autre)|Pays (autre)|Autres coordonnées|Autres contacts
Date de naissance|Langue|Moyen préféré|Étiquettes|Notes|Numéro de taxe|Numéro d’entreprise|Exempt de taxe|Certificat d’exemption|Exempt jusqu’au|Liste de prix|Rabais %|Paiement différé|Limite de crédit|Jours de crédit|Bon de commande exigé|Société mère
Points|Solde|Visites|Dernière visite|Source|Ajouté|Modifié|Textos : généraux|Textos : marketing|Courriels : généraux|Courriels : marketing|Autres détails
Numéro de permis de conduire|Province ou État du permis|Date d'expiration du permis|Numéro médical|Expiration médicale`,
  es: `Código de cliente|Tipo|Tipo de cliente|Grupo de clientes|Estado|Nombre|Apellido|Apodo|Empresa|Puesto|Sector|Sitio web|Móvil|Teléfono 2|Teléfono 3|Correo electrónico|Correo electrónico 2|Correo electrónico 3
Etiqueta de la dirección|Dirección 1|Dirección 2|Ciudad|Provincia|Código postal|País|Etiqueta (otra)|Dirección 1 (otra)|Dirección 2 (otra)|Ciudad (otra)|Provincia (otra)|Código postal (otra)|País (otra)|Más datos de contacto|Otros contactos
Fecha de nacimiento|Idioma|Canal preferido|Etiquetas|Notas|NIF|N.º de registro|Exento de impuestos|Certificado de exención|Exento hasta|Lista de precios|Descuento %|Pago posterior|Límite de crédito|Días de crédito|Orden de compra exigida|Empresa matriz
Puntos|Saldo|Visitas|Última visita|Origen|Agregado|Actualizado|SMS: generales|SMS: marketing|Correos: generales|Correos: marketing|Otros datos
Número de licencia de conducir|Estado de la licencia|Vencimiento de la licencia|Número médico|Vencimiento médico`,
}
const listed = (language: Language): string[] => heads[language].split(/[|\n]/)

/** What stands over a column; undefined for an attribute, which has its own name. */
export const headOf = (id: string, language: Language): string | undefined => listed(language)[columnIds.indexOf(id as (typeof columnIds)[number])]

const said = (values: string): Readonly<Record<string, string>> =>
  Object.fromEntries(values.split('|').map((pair) => pair.split('=') as [string, string]))
/** What main calls a thing, and what the file does. */
export const valueWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: said('yes=Yes|no=No|personal=Personal|business=Business|active=Active|inactive=Inactive|pending=Pending approval|banned=Banned|till=Till|import=CSV import|contacts=Contact import|id-scan=ID scan|catalog=Catalog|instant=Quick profile|sms=SMS|email=Email|whatsapp=WhatsApp|phone=Phone|post=Post'),
  fr: said('yes=Oui|no=Non|personal=Particulier|business=Entreprise|active=Actif|inactive=Inactif|pending=En attente d’approbation|banned=Banni|till=Caisse|import=Import CSV|contacts=Import de contacts|id-scan=Pièce numérisée|catalog=Catalogue|instant=Profil rapide|sms=Texto|email=Courriel|whatsapp=WhatsApp|phone=Téléphone|post=Poste'),
  es: said('yes=Sí|no=No|personal=Particular|business=Empresa|active=Activo|inactive=Inactivo|pending=Pendiente de aprobación|banned=Vetado|till=Caja|import=Importación CSV|contacts=Importación de contactos|id-scan=Documento escaneado|catalog=Catálogo|instant=Perfil rápido|sms=SMS|email=Correo|whatsapp=WhatsApp|phone=Teléfono|post=Correo postal'),
}
const fileNames: Readonly<Record<Language, string>> = { en: 'customers', fr: 'clients', es: 'clientes' }
export const exportFileName = (language: Language, day: string, kind: 'csv' | 'vcard'): string => `${fileNames[language]}-${day}.${kind === 'csv' ? 'csv' : 'vcf'}`
/** What goes with the file in a message to whoever asked for it. */
export const mailWords: Readonly<Record<Language, { readonly subject: string; readonly body: string }>> = {
  en: { subject: 'Your customer list: {file}', body: 'The file {file} holds {people} customers. It is personal data: keep it safe and delete it when you no longer need it.' },
  fr: { subject: 'Votre liste de clients : {file}', body: 'Le fichier {file} contient {people} clients. Ce sont des renseignements personnels : gardez-le en lieu sûr et supprimez-le dès qu’il ne sert plus.' },
  es: { subject: 'Su lista de clientes: {file}', body: 'El archivo {file} contiene {people} clientes. Son datos personales: guárdelo en un lugar seguro y elimínelo cuando ya no lo necesite.' },
}
