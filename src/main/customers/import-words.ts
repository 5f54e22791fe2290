import type { Language } from '../vocabulary.ts'
import type { ImportProblem } from './import.ts'

// The file of refused rows is read outside the register, so it carries its own words; {value} is what stood in the file.
type Words = { readonly [C in ImportProblem['code']]: string }

const en: Words = {
  'nothing-in-it': 'There is no name, phone or email in this row', 'bad-phone': '“{value}” is not a phone number', 'bad-email': '“{value}” is not an email address',
  'bad-date': '“{value}” is not a date of birth', 'date-unclear': '“{value}” can be read as two dates', 'too-long': '“{value}” is too long',
  'too-many-cells': 'This row has more cells than there are headers; left over: {value}', 'too-few-cells': 'This row has fewer cells than there are headers: {value}',
  'quote-not-closed': 'A quotation mark is opened in this row and never closed', 'card-not-closed': 'The card has no END line',
  'photo-too-large': 'The photo is over 1 MB: {value}', 'not-saved': 'This row could not be saved: {value}',
  'bad-value': '“{value}” does not fit its column', 'unknown-name': 'The shop has nothing called “{value}”',
}
const fr: Words = {
  'nothing-in-it': 'Cette ligne ne contient ni nom, ni téléphone, ni courriel', 'bad-phone': '« {value} » n’est pas un numéro de téléphone', 'bad-email': '« {value} » n’est pas une adresse courriel',
  'bad-date': '« {value} » n’est pas une date de naissance', 'date-unclear': '« {value} » peut se lire comme deux dates', 'too-long': '« {value} » est trop long',
  'too-many-cells': 'Cette ligne a plus de cellules que d’en-têtes; en trop : {value}', 'too-few-cells': 'Cette ligne a moins de cellules que d’en-têtes : {value}',
  'quote-not-closed': 'Un guillemet est ouvert dans cette ligne et jamais fermé', 'card-not-closed': 'La carte n’a pas de ligne END',
  'photo-too-large': 'La photo dépasse 1 Mo : {value}', 'not-saved': 'Cette ligne n’a pas pu être enregistrée : {value}',
  'bad-value': '« {value} » ne convient pas à sa colonne', 'unknown-name': 'Le commerce n’a rien qui s’appelle « {value} »',
}
const es: Words = {
  'nothing-in-it': 'Esta fila no tiene nombre, teléfono ni correo', 'bad-phone': '«{value}» no es un número de teléfono', 'bad-email': '«{value}» no es una dirección de correo',
  'bad-date': '«{value}» no es una fecha de nacimiento', 'date-unclear': '«{value}» puede leerse como dos fechas', 'too-long': '«{value}» es demasiado largo',
  'too-many-cells': 'Esta fila tiene más celdas que encabezados; sobran: {value}', 'too-few-cells': 'Esta fila tiene menos celdas que encabezados: {value}',
  'quote-not-closed': 'En esta fila se abre una comilla que nunca se cierra', 'card-not-closed': 'La tarjeta no tiene línea END',
  'photo-too-large': 'La foto pasa de 1 MB: {value}', 'not-saved': 'No se pudo guardar esta fila: {value}',
  'bad-value': '«{value}» no corresponde a su columna', 'unknown-name': 'La tienda no tiene nada llamado «{value}»',
}
const words = { en, fr, es }
const headers = { en: ['Line', 'Reason', 'refused rows'], fr: ['Ligne', 'Raison', 'lignes refusées'], es: ['Línea', 'Motivo', 'filas rechazadas'] } as const

/** Why a row was refused, in a sentence; several reasons one after another. */
export const refusedReason = (problems: readonly ImportProblem[], language: Language): string =>
  problems.filter(({ blocks }) => blocks).map(({ code, value }) => words[language][code].replace('{value}', () => value)).join('. ')

/** The first two headers of the file of refused rows, and what it is called. */
export const refusalHeaders = (language: Language): readonly [string, string, string] => headers[language]
