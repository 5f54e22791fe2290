import type { Language } from '../../main/vocabulary.ts'
import type { Choice } from '../ui/countries.ts'

/** What a country is known by: its money and where most of its clocks are. Others start with US dollars and the clock of this computer, both changeable. */
type Facts = readonly [currency: string, timeZone: string]
const facts: Readonly<Record<string, Facts>> = {
  CA: ['CAD', 'America/Toronto'], US: ['USD', 'America/New_York'], MX: ['MXN', 'America/Mexico_City'], GB: ['GBP', 'Europe/London'], CH: ['CHF', 'Europe/Zurich'],
  FR: ['EUR', 'Europe/Paris'], DE: ['EUR', 'Europe/Berlin'], ES: ['EUR', 'Europe/Madrid'], IT: ['EUR', 'Europe/Rome'], BE: ['EUR', 'Europe/Brussels'],
  NL: ['EUR', 'Europe/Amsterdam'], PT: ['EUR', 'Europe/Lisbon'], IE: ['EUR', 'Europe/Dublin'], AT: ['EUR', 'Europe/Vienna'], LU: ['EUR', 'Europe/Luxembourg'],
  FI: ['EUR', 'Europe/Helsinki'], GR: ['EUR', 'Europe/Athens'], SK: ['EUR', 'Europe/Bratislava'], SI: ['EUR', 'Europe/Ljubljana'], EE: ['EUR', 'Europe/Tallinn'],
  LV: ['EUR', 'Europe/Riga'], LT: ['EUR', 'Europe/Vilnius'], HR: ['EUR', 'Europe/Zagreb'], MT: ['EUR', 'Europe/Malta'], CY: ['EUR', 'Asia/Nicosia'], MC: ['EUR', 'Europe/Monaco'],
  SE: ['SEK', 'Europe/Stockholm'], DK: ['DKK', 'Europe/Copenhagen'], NO: ['NOK', 'Europe/Oslo'], PL: ['PLN', 'Europe/Warsaw'], CZ: ['CZK', 'Europe/Prague'],
  HU: ['HUF', 'Europe/Budapest'], RO: ['RON', 'Europe/Bucharest'], BG: ['EUR', 'Europe/Sofia'], IS: ['ISK', 'Atlantic/Reykjavik'],
  AR: ['ARS', 'America/Argentina/Buenos_Aires'], BO: ['BOB', 'America/La_Paz'], BR: ['BRL', 'America/Sao_Paulo'], CL: ['CLP', 'America/Santiago'], CO: ['COP', 'America/Bogota'],
  CR: ['CRC', 'America/Costa_Rica'], DO: ['DOP', 'America/Santo_Domingo'], EC: ['USD', 'America/Guayaquil'], GT: ['GTQ', 'America/Guatemala'], HN: ['HNL', 'America/Tegucigalpa'],
  HT: ['HTG', 'America/Port-au-Prince'], NI: ['NIO', 'America/Managua'], PA: ['USD', 'America/Panama'], PE: ['PEN', 'America/Lima'], PR: ['USD', 'America/Puerto_Rico'],
  PY: ['PYG', 'America/Asuncion'], SV: ['USD', 'America/El_Salvador'], UY: ['UYU', 'America/Montevideo'], VE: ['VES', 'America/Caracas'],
  AU: ['AUD', 'Australia/Sydney'], NZ: ['NZD', 'Pacific/Auckland'], JP: ['JPY', 'Asia/Tokyo'], MA: ['MAD', 'Africa/Casablanca'], DZ: ['DZD', 'Africa/Algiers'],
  TN: ['TND', 'Africa/Tunis'], SN: ['XOF', 'Africa/Dakar'], CI: ['XOF', 'Africa/Abidjan'], CM: ['XAF', 'Africa/Douala'], IL: ['ILS', 'Asia/Jerusalem'], IN: ['INR', 'Asia/Kolkata'],
}

/** Where clocks differ from the country's first time zone. */
const provinceZones: Readonly<Record<string, string>> = {
  BC: 'America/Vancouver', YT: 'America/Whitehorse', AB: 'America/Edmonton', NT: 'America/Yellowknife', SK: 'America/Regina', MB: 'America/Winnipeg',
  NU: 'America/Iqaluit', NB: 'America/Moncton', NS: 'America/Halifax', PE: 'America/Halifax', NL: 'America/St_Johns',
}

/** Smallest coin still in use, in minor units, by currency; elsewhere cash is not rounded. */
const cashSteps: Readonly<Record<string, number>> = { CAD: 5, AUD: 5, NZD: 10, CHF: 5, SEK: 100, NOK: 100, DKK: 50, CZK: 100, HUF: 100, ILS: 10 }

/** Every currency as "CAD – Canadian Dollar". */
export function currencyChoices(language: Language): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }))
}

export const timeZoneChoices = (): Choice[] => {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), ...Object.values(facts).map(([, zone]) => zone), 'UTC'])
  return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT']
const provinceNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['Alberta', 'British Columbia', 'Manitoba', 'New Brunswick', 'Newfoundland and Labrador', 'Nova Scotia', 'Northwest Territories', 'Nunavut', 'Ontario', 'Prince Edward Island', 'Québec', 'Saskatchewan', 'Yukon'],
  fr: ['Alberta', 'Colombie-Britannique', 'Manitoba', 'Nouveau-Brunswick', 'Terre-Neuve-et-Labrador', 'Nouvelle-Écosse', 'Territoires du Nord-Ouest', 'Nunavut', 'Ontario', 'Île-du-Prince-Édouard', 'Québec', 'Saskatchewan', 'Yukon'],
  es: ['Alberta', 'Columbia Británica', 'Manitoba', 'Nuevo Brunswick', 'Terranova y Labrador', 'Nueva Escocia', 'Territorios del Noroeste', 'Nunavut', 'Ontario', 'Isla del Príncipe Eduardo', 'Quebec', 'Saskatchewan', 'Yukón'],
}
export const provinceChoices = (language: Language): Choice[] => provinces.map((code, at) => ({ value: code, label: provinceNames[language][at] ?? code }))


/** The number and date style of a country in a language, if the two make a known pair: fr-CA, es-MX. */
export const localeFor = (language: Language, country: string): string => `${language}-${country}`

/** What is filled in once the country, or the province, is known. */
export function usualFor(country: string, region: string): { currency: string; timeZone: string; cashStepCents: number } {
  const [currency, zone] = facts[country] ?? ['USD', Intl.DateTimeFormat().resolvedOptions().timeZone]
  const timeZone = (country === 'CA' ? provinceZones[region] : undefined) ?? zone
  return { currency, timeZone, cashStepCents: cashSteps[currency] ?? 1 }
}
