import { z } from 'zod'

/** A printer model as data: what it can print, how wide, in which letters, and what it answers. One file each in resources/printers. */
export const printerProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,40}$/), name: z.string().min(3).max(60), models: z.array(z.string()).min(1),
  paperMm: z.union([z.literal(58), z.literal(80)]), dots: z.number().int().multipleOf(8).min(256).max(832),
  /** Letters of font A across the paper; the encoder knows these widths. */
  columns: z.union([z.literal(32), z.literal(35), z.literal(42), z.literal(44), z.literal(48)]),
  language: z.enum(['esc-pos', 'star-line']),
  /** Name of the page to the number that chooses it, most wanted first: ESC t n, or ESC GS t n on Star. */
  codePages: z.record(z.string(), z.number().int().min(0).max(255)), euroPage: z.string(),
  cutter: z.enum(['partial', 'full', 'none']), feedLines: z.number().int().min(0).max(10),
  /** Pins of the drawer connector that can be pulsed; null where there is none. */
  drawer: z.strictObject({ pins: z.array(z.union([z.literal(2), z.literal(5)])).min(1), onMs: z.number().int().min(20).max(250), offMs: z.number().int().min(20).max(510) }).nullable(),
  /** The code of the sale at the foot of a receipt; `qr` says whether the printer draws QR codes by itself. */
  saleCode: z.enum(['code128', 'qr']), qr: z.boolean(),
  /** Rows of dots that one picture command may carry: small clones lose the rest. */
  bandDots: z.number().int().min(24).max(255),
  /** Does it say how it is? `maybe`: asked, and where nothing comes, printed all the same. */
  status: z.enum(['answers', 'maybe', 'none']),
  /** Does it answer GS r once everything before it is on paper? Without that a job is "sent", never "printed". */
  confirms: z.boolean(),
  baudRate: z.number().int().min(1200).max(115_200),
})
export type PrinterProfile = z.infer<typeof printerProfile>

/** How wide a picture may be: as wide as a line of letters, since the encoder would shrink what is wider, and a shrunk code is not read. */
export const pictureDots = ({ dots, columns }: PrinterProfile): number => Math.floor(Math.min(dots, columns * 12) / 8) * 8

/** How this shop has set its printer; kept with the device. */
export const printerSettings = z.strictObject({
  profile: z.string().max(40),
  /** 'always' prints after each sale, 'ask' leaves it to the cashier, 'never' prints nothing by itself. */
  automatic: z.enum(['always', 'ask', 'never']), copies: z.number().int().min(1).max(5),
  /** Only this page is used where the shop chose one off the test page; null lets each letter choose. */
  codePage: z.string().max(40).nullable(),
  drawerPin: z.union([z.literal(2), z.literal(5)]).nullable(),
  saleCode: z.enum(['code128', 'qr', 'none']).nullable(),
  /** The pole display plugged into the printer, passed through it; null where there is none. */
  display: z.enum(['epson', 'cd5220']).nullable(),
})
export type PrinterSettings = z.infer<typeof printerSettings>

/** A printer as it stands after a test print nobody has tuned. */
export const usualSettings = (profile: PrinterProfile): PrinterSettings =>
  ({ profile: profile.id, automatic: 'always', copies: 1, codePage: null, drawerPin: profile.drawer?.pins[0] ?? null, saleCode: null, display: null })

/** Where a printer is reached: a host and port, a serial line, a device file, or the system's own print dialog. */
export const printerAddress = z.union([
  z.strictObject({ host: z.string().regex(/^[\w.:-]{1,253}$/), port: z.number().int().min(1).max(65_535) }),
  z.strictObject({ path: z.string().regex(/^(\/dev\/[\w./-]{1,200}|COM\d{1,3}|\\\\\.\\[\w.-]{1,60})$/), baudRate: z.number().int().min(1200).max(115_200).nullable(), flow: z.enum(['xon-xoff', 'rts-cts', 'none']).nullable() }),
  z.null(),
])
export type PrinterAddress = z.infer<typeof printerAddress>

/** The profile as this shop's settings narrow it: its own code page first and alone, its own kind of sale code. */
export function tuned(profile: PrinterProfile, settings: PrinterSettings): PrinterProfile {
  const page = settings.codePage
  const number = page === null ? undefined : profile.codePages[page]
  const codePages = page === null || number === undefined ? profile.codePages : { [page]: number }
  return { ...profile, codePages, saleCode: settings.saleCode === null || settings.saleCode === 'none' ? profile.saleCode : settings.saleCode }
}
