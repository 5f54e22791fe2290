import type { Language } from '../vocabulary.ts'
import { pageHas } from './printable.ts'
import type { PrinterProfile } from './printer-profile.ts'
import type { ReceiptRow } from './receipt.ts'

const words: Readonly<Record<Language, { readonly title: string; readonly pages: string; readonly how: string; readonly width: string }>> = {
  en: { title: 'Test page', pages: 'Code pages', how: 'Choose the line that shows these letters as they stand in Settings:', width: 'columns' },
  fr: { title: 'Page d’essai', pages: 'Pages de codes', how: 'Choisissez la ligne qui montre ces lettres comme dans les réglages :', width: 'colonnes' },
  es: { title: 'Página de prueba', pages: 'Páginas de códigos', how: 'Elija la línea que muestra estas letras como en los ajustes:', width: 'columnas' },
}
const letters = ['é', 'è', 'ç', 'à', 'û', 'ñ', 'ü', 'ß', 'ø', '€', '£', 'ł', 'ş', 'ж', 'ω']

/** What a technician prints first: how wide it is, that lines end where they should, and what its code pages really are. */
export function testPageRows(profile: PrinterProfile, language: Language): ReceiptRow[] {
  const said = words[language]
  const text = (line: string, bold = false, size: 'normal' | 'large' = 'normal'): ReceiptRow => ({ kind: 'text', text: line, align: 'left', size, bold })
  const ruler = Array.from({ length: profile.columns }, (_, at) => ((at + 1) % 10 === 0 ? String(((at + 1) / 10) % 10) : '.')).join('')
  return [text(said.title, true, 'large'), text(profile.name), text(`${profile.paperMm} mm, ${profile.columns} ${said.width}`), text(ruler), { kind: 'pair', left: '0.00', right: '1,234.50', size: 'normal', bold: false }, { kind: 'rule' }, text(said.pages, true), text(said.how)]
}

/** One line of each code page, printed in that page: what it shows on paper is what the printer has there. */
export const pageSamples = (profile: PrinterProfile): { readonly page: string; readonly text: string }[] =>
  Object.entries(profile.codePages).map(([page, number]) => ({ page, text: `${String(number).padStart(3)} ${page.padEnd(12)} ${letters.filter((letter) => pageHas(page, letter)).join('')}`.slice(0, profile.columns) }))
