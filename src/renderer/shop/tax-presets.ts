import type { Language } from '../../main/vocabulary.ts'

/** A tax as it is typed: the rate in percent, as text. */
export type TypedRate = { readonly name: string; readonly percent: string }
export type TaxPreset = { readonly included: boolean; readonly rates: readonly TypedRate[] }

const names: Readonly<Record<Language, Readonly<Record<'GST' | 'QST' | 'HST' | 'PST' | 'RST' | 'VAT' | 'sales', string>>>> = {
  en: { GST: 'GST', QST: 'QST', HST: 'HST', PST: 'PST', RST: 'RST', VAT: 'VAT', sales: 'Sales tax' },
  fr: { GST: 'TPS', QST: 'TVQ', HST: 'TVH', PST: 'TVP', RST: 'TVD', VAT: 'TVA', sales: 'Taxe de vente' },
  es: { GST: 'GST', QST: 'QST', HST: 'HST', PST: 'PST', RST: 'RST', VAT: 'IVA', sales: 'Impuesto' },
}
type Kind = keyof (typeof names)['en']

/** Rates in percent, added to the price. In force in November 2026. */
const canada: Readonly<Record<string, readonly (readonly [Kind, string])[]>> = {
  AB: [['GST', '5']], BC: [['GST', '5'], ['PST', '7']], MB: [['GST', '5'], ['RST', '7']], NB: [['HST', '15']], NL: [['HST', '15']], NS: [['HST', '14']],
  NT: [['GST', '5']], NU: [['GST', '5']], ON: [['HST', '13']], PE: [['HST', '15']], QC: [['GST', '5'], ['QST', '9.975']], SK: [['GST', '5'], ['PST', '6']], YT: [['GST', '5']],
}
/** The standard rate, inside the price. */
const valueAdded: Readonly<Record<string, string>> = {
  AT: '20', BE: '21', BG: '20', CY: '19', CZ: '21', DE: '19', DK: '25', EE: '24', ES: '21', FI: '25.5', FR: '20', GR: '24', HR: '25', HU: '27', IE: '23', IT: '22', LT: '21',
  LU: '17', LV: '21', MT: '18', NL: '21', PL: '23', PT: '23', RO: '21', SE: '25', SI: '22', SK: '23', GB: '20', MC: '20', CH: '8.1', NO: '25', IS: '24',
  MX: '16', AR: '21', CL: '19', CO: '19', PE: '18', UY: '22', EC: '15', BO: '13', PY: '10', VE: '16', GT: '12', DO: '18', SV: '13', HN: '15', NI: '15', CR: '13',
  MA: '20', TN: '19', DZ: '19', SN: '18', CI: '18', ZA: '15', AU: '10', NZ: '15', JP: '10', IN: '18', IL: '18',
}
const calledGst = new Set(['AU', 'NZ', 'IN'])

/** What a shop there usually charges. A start, not advice: every name and rate can be changed. */
export function taxPreset(country: string, region: string, language: Language): TaxPreset {
  const words = names[language]
  const rate = (name: string, percent: string): TypedRate => ({ name, percent: asTyped(percent, language) })
  if (country === 'CA') return { included: false, rates: (canada[region] ?? [['GST', '5'] as const]).map(([kind, percent]) => rate(words[kind], percent)) }
  if (country === 'US') return { included: false, rates: [rate(words.sales, '')] }
  const percent = valueAdded[country]
  return percent ? { included: true, rates: [rate(calledGst.has(country) ? 'GST' : words.VAT, percent)] } : { included: false, rates: [] }
}

/** "9.975" and "9,975" are 99,750 ppm; null when it is no percentage from 0 to 100 with at most four decimals. */
export function ppmOf(percent: string): number | null {
  const text = percent.trim().replace(/\s*%$/, '').replace(',', '.')
  const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text) ?? []
  const ppm = Number(whole) * 10_000 + Number(part.padEnd(4, '0'))
  return whole === '' || ppm > 1_000_000 ? null : ppm
}

const asTyped = (percent: string, language: Language): string => (language === 'fr' ? percent.replace('.', ',') : percent)

/** 99,750 ppm as it is typed: "9.975", in French "9,975". */
export const percentOf = (ppm: number, language: Language): string => asTyped(String(ppm / 10_000), language)
