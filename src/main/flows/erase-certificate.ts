import type { Core } from '../context.ts'
import { certificateLines, certificateWords } from '../customers/certificate-words.ts'
import { getErasure, listErasures, type Erasure } from '../customers/erasures.sql.ts'
import { pageAsPdf, type PageLine } from '../devices/page-pdf.port.ts'
import { Refusal } from '../errors.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { getStaff } from '../staff/staff.sql.ts'
import type { Instant, Language } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

export type Certificate = { readonly number: number; readonly title: string; readonly lines: readonly PageLine[]; readonly fileName: string; readonly swept: boolean }
export type CertificateRow = { readonly number: number; readonly erasedAt: Instant; readonly staffName: string; readonly swept: boolean }
type Counts = { readonly [line: string]: number } & { readonly remains?: readonly string[] }

const shownNumber = (number: number): string => `E-${String(number).padStart(6, '0')}`

/** What was erased, counted; when, by whom, and what of it is not swept up yet. Not a letter of the person's. Refuses 'not-found'. */
export function certificateOf(core: Core, number: number, language: Language): Certificate {
  const erasure = getErasure(core.db, number)
  if (!erasure) throw new Refusal('not-found', { what: 'certificate' })
  const words = certificateWords[language]
  const { remains = [], ...counts } = JSON.parse(erasure.counts) as Counts
  const counted = certificateLines.filter((line) => (Number(counts[line]) || 0) > 0)
  return {
    number, title: `${words.title} ${shownNumber(number)}`, fileName: `${shownNumber(number)}.pdf`, swept: erasure.state === 'done',
    lines: [
      { kind: 'title', text: words.title }, ...headOf(core, erasure, language),
      { kind: 'head', text: words.what }, ...counted.map((line): PageLine => ({ kind: 'pair', text: words.lines[line], figure: String(counts[line]) })),
      { kind: 'head', text: words.kept }, ...words.keptLines.map((text): PageLine => ({ kind: 'line', text })),
      { kind: 'head', text: remains.length > 0 ? words.remains : erasure.state === 'done' ? words.noRemains : words.notSwept }, ...remains.map((text): PageLine => ({ kind: 'line', text })),
    ],
  }
}

function headOf(core: Core, erasure: Erasure, language: Language): PageLine[] {
  const [shop, words] = [theShop(core), certificateWords[language]]
  const moment = new Intl.DateTimeFormat(`${language}-${shop.country}`, { dateStyle: 'long', timeStyle: 'medium', timeZone: shop.timeZone })
  const at = (instant: Instant | null): string => (instant === null ? '' : moment.format(new Date(instant)))
  const pairs: [string, string][] = [
    [words.number, shownNumber(erasure.number ?? 0)], [words.shop, shop.name], [words.asked, at(erasure.askedAt)], [words.erased, at(erasure.erasedAt)], [words.swept, at(erasure.sweptAt)],
    [words.by, getStaff(core.db, erasure.staffId)?.name ?? ''], [words.allowed, erasure.approvedBy ? (getStaff(core.db, erasure.approvedBy)?.name ?? '') : ''],
    [words.till, getRegister(core.db, erasure.registerId)?.name ?? ''],
  ]
  return pairs.filter(([, figure]) => figure !== '').map(([text, figure]) => ({ kind: 'pair', text, figure }))
}

export async function certificatePdf(core: Core, number: number, language: Language): Promise<{ base64: string; fileName: string }> {
  const { lines, title, fileName } = certificateOf(core, number, language)
  const erased = getErasure(core.db, number)?.erasedAt ?? core.now()
  const pdf = await pageAsPdf(lines, title, new Date(erased))
  return { base64: pdf.toString('base64'), fileName }
}

export const certificates = (core: Core, before: number | null, most: number): CertificateRow[] => listErasures(core.db, before, most).map((erasure) => ({
  number: erasure.number ?? 0, erasedAt: erasure.erasedAt ?? erasure.askedAt, staffName: getStaff(core.db, erasure.staffId)?.name ?? '', swept: erasure.state === 'done',
}))
