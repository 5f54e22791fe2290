import { fold } from '../folding.ts'

/** The words of a text, folded: everything that is no letter or digit parts them. */
export const foldWords = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** What an item is found by: its name's words, its SKU (whole and in parts) and its barcodes (a UPC with and without the zero). */
export function wordsOfItem(item: { readonly name: string; readonly sku: string; readonly barcodes: readonly string[] }): string {
  const codes = item.barcodes.flatMap((code) => [code, ...(/^0\d{12}$/.test(code) ? [code.slice(1)] : [])])
  const whole = [item.sku, ...codes].flatMap((code) => foldWords(code.replace(/[^\p{L}\p{N}]+/gu, '')))
  return [...new Set([...foldWords(item.name), ...foldWords(item.sku), ...codes.flatMap(foldWords), ...whole])].join(' ')
}

/** The query that finds items whose words begin with every word typed, in any order; null where nothing was typed. */
export function queryFor(typed: string): string | null {
  const words = foldWords(typed).slice(0, 8).map((word) => `"${word.slice(0, 40)}"*`)
  return words.length === 0 ? null : words.join(' ')
}

/** How items are ordered by name. */
export const sortName = (name: string): string => foldWords(name).join(' ').slice(0, 80)
