// Some scanners can take a licence apart themselves and type chosen fields. Then no licence arrives, and only the scanner's setting can help.
import { readDay } from './licence-dates.ts'

/** Whether a text is such fields: no header, but words and days written out whole (year first by default). A PDF417 needs one day, anything else two. */
export function looksParsedByScanner(text: string, symbology: string | null): boolean {
  const start = text.slice(0, 600)
  if (/^\s*[@%;]|ANSI |AAMVA|(?:DAQ|DBB)\w/.test(start)) return false
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  const runs = start.match(/(?<!\d)(?:\d{8}){1,4}(?!\d)/g) ?? []
  const days = runs.flatMap((run) => run.match(/\d{8}/g) ?? []).filter((run) => readDay(run, 'year-first').day !== null)
  return letters >= 5 && days.length >= (isPdf417(symbology) ? 1 : 2)
}

const isPdf417 = (symbology: string | null): boolean => symbology !== null && /^\]?L\d?$|PDF/i.test(symbology)
