import type { Refusal } from '../errors.ts'
import type { Language } from '../vocabulary.ts'

// Said before any screen can be shown: why the shop does not open, and the way out. The screens' own words are in renderer/words.
type Said = { readonly title: string; readonly text: string }
type Words = Readonly<Record<string, string>>

const en: Words = {
  title: 'The shop cannot be opened',
  'file-newer': 'This shop was last opened with a newer Regulars. Nothing was changed. Install the newest Regulars and start it again.',
  'file-corrupt': 'The shop\'s file is damaged. Nothing was changed. Keep a copy of it, then put the newest file ending in ".backup" from the same folder in its place.',
  'file-foreign': 'The file in the place of the shop is not one of Regulars. Nothing was changed. Move it away, or start with --data and another folder.',
  'file-in-use': 'Regulars is already open on this shop. Use the window that is open, or close it first.',
  'file-wrong-key': 'The shop is locked with another key. Nothing was changed. Put back the key that was made with this shop, or restore both from a backup.',
  'key-missing': 'The shop is there but its key is not. Nothing was changed. Put the key back beside the shop, or restore both from a backup.',
  'key-store-unavailable': 'This computer has no safe place for the shop\'s key. Unlock or set up its keyring (Keychain, GNOME Keyring, KWallet) and start again.',
  'disk-full': 'The disk is full, so the shop cannot be opened. Nothing was changed. Free some space and start again.',
  'backup-failed': 'No backup could be made before bringing the shop up to date, so nothing was changed. Free some space, check the folder, and start again.',
  bug: 'Something unexpected went wrong. Nothing was lost. Start again; if it comes back, send us the file bugs.log from the folder of the shop.',
  'window-crashed': 'The screen stopped and was opened again. What you had saved is safe.',
  'plain-key-store': 'This computer has no keyring, so the key of the shop is kept with weak protection only.',
  where: 'Where',
}
const fr: Words = {
  title: 'Impossible d’ouvrir le commerce',
  'file-newer': 'Ce commerce a été ouvert avec une version plus récente de Regulars. Rien n’a été modifié. Installez la version la plus récente et redémarrez.',
  'file-corrupt': 'Le fichier du commerce est endommagé. Rien n’a été modifié. Gardez-en une copie, puis mettez à sa place le fichier « .backup » le plus récent du même dossier.',
  'file-foreign': 'Le fichier qui se trouve à la place du commerce n’est pas un fichier de Regulars. Rien n’a été modifié. Déplacez-le ou démarrez avec --data et un autre dossier.',
  'file-in-use': 'Regulars est déjà ouvert sur ce commerce. Utilisez la fenêtre ouverte ou fermez-la d’abord.',
  'file-wrong-key': 'Le commerce est verrouillé avec une autre clé. Rien n’a été modifié. Remettez la clé créée avec ce commerce ou restaurez les deux à partir d’une sauvegarde.',
  'key-missing': 'Le commerce est là, mais pas sa clé. Rien n’a été modifié. Remettez la clé à côté du commerce ou restaurez les deux à partir d’une sauvegarde.',
  'key-store-unavailable': 'Cet ordinateur n’a pas d’endroit sûr pour la clé du commerce. Déverrouillez ou configurez son trousseau (Keychain, GNOME Keyring, KWallet) et redémarrez.',
  'disk-full': 'Le disque est plein : le commerce ne peut pas être ouvert. Rien n’a été modifié. Libérez de l’espace et redémarrez.',
  'backup-failed': 'La sauvegarde qui précède la mise à jour a échoué, donc rien n’a été modifié. Libérez de l’espace, vérifiez le dossier et redémarrez.',
  bug: 'Un problème inattendu est survenu. Rien n’a été perdu. Redémarrez; si le problème revient, envoyez-nous le fichier bugs.log du dossier du commerce.',
  'window-crashed': 'L’écran s’est arrêté et a été rouvert. Ce que vous aviez enregistré est en sécurité.',
  'plain-key-store': 'Cet ordinateur n’a pas de trousseau : la clé du commerce n’est que faiblement protégée.',
  where: 'Emplacement',
}
const es: Words = {
  title: 'No se puede abrir la tienda',
  'file-newer': 'Esta tienda se abrió con una versión más nueva de Regulars. No se cambió nada. Instale la versión más reciente e inicie de nuevo.',
  'file-corrupt': 'El archivo de la tienda está dañado. No se cambió nada. Guarde una copia y ponga en su lugar el archivo «.backup» más reciente de la misma carpeta.',
  'file-foreign': 'El archivo que está en el lugar de la tienda no es de Regulars. No se cambió nada. Muévalo o inicie con --data y otra carpeta.',
  'file-in-use': 'Regulars ya está abierto con esta tienda. Use la ventana abierta o ciérrela primero.',
  'file-wrong-key': 'La tienda está cerrada con otra clave. No se cambió nada. Devuelva la clave creada con esta tienda o restaure ambas desde una copia de seguridad.',
  'key-missing': 'La tienda está, pero su clave no. No se cambió nada. Devuelva la clave junto a la tienda o restaure ambas desde una copia de seguridad.',
  'key-store-unavailable': 'Esta computadora no tiene un lugar seguro para la clave de la tienda. Desbloquee o configure su llavero (Keychain, GNOME Keyring, KWallet) e inicie de nuevo.',
  'disk-full': 'El disco está lleno y la tienda no se puede abrir. No se cambió nada. Libere espacio e inicie de nuevo.',
  'backup-failed': 'No se pudo hacer la copia de seguridad previa a la actualización, así que no se cambió nada. Libere espacio, revise la carpeta e inicie de nuevo.',
  bug: 'Ocurrió algo inesperado. No se perdió nada. Inicie de nuevo; si se repite, envíenos el archivo bugs.log de la carpeta de la tienda.',
  'window-crashed': 'La pantalla se detuvo y se abrió de nuevo. Lo que había guardado está a salvo.',
  'plain-key-store': 'Esta computadora no tiene llavero: la clave de la tienda queda con una protección débil.',
  where: 'Ubicación',
}
export const startWords: Readonly<Record<Language, Words>> = { en, fr, es }

/** The language of this system, as far as we speak it. */
export const systemLanguage = (locale: string | undefined): Language => (/^fr/i.test(locale ?? '') ? 'fr' : /^es/i.test(locale ?? '') ? 'es' : 'en')

/** Why the shop does not open, and the way out: for a dialog (Electron) or the terminal (browser host). */
export function sayStartFailure(failure: Pick<Refusal, 'code' | 'facts'> | null, language: Language): Said {
  const words = startWords[language]
  const text = words[failure?.code ?? 'bug'] ?? words['bug'] ?? ''
  const file = failure?.facts['file']
  return { title: words['title'] ?? '', text: typeof file === 'string' ? `${text}\n\n${words['where']}: ${file}` : text }
}
