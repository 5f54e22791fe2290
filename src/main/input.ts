import { z } from 'zod'
import type { Caller, Cents, Instant, Milli, Passer, PlainDate, Ppm, RequestId, Right } from './vocabulary.ts'

// Types vanish on the wire. A shape checks what arrived and, read as a type, says what a screen must send.
// Shapes never transform: what a screen sends is what the work receives.

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const wellFormed = (text: string) => !loneSurrogate.test(text) && !text.includes('\u0000')

/** Text of at most `most` characters, without NUL or half a surrogate pair. */
export const text = (most = 200) => z.string().max(most).refine(wellFormed)
/** Text that says something: not empty, not only spaces. */
export const filledText = (most = 200) => text(most).refine((value) => value.trim() !== '')
/** An id made on a till, branded by the caller: id<CustomerId>(). */
export const id = <T extends string>() => z.string().regex(/^[\w-]{1,64}$/) as unknown as z.ZodType<T>
export const requestId = id<RequestId>()
const wholeNumber = z.number().int().refine(Number.isSafeInteger)
export const whole = wholeNumber
export const cents = wholeNumber as unknown as z.ZodType<Cents>
/** Money that cannot be owed: zero or more. */
export const centsFromZero = wholeNumber.min(0).max(99_999_999_999) as unknown as z.ZodType<Cents>
export const ppm = z.number().int().min(0).max(1_000_000) as unknown as z.ZodType<Ppm>
export const milli = z.number().int().min(1).max(99_999_000) as unknown as z.ZodType<Milli>
/** Days and moments that reckoning with time zones, months and years of grace stays possible from. */
const inOurTimes = (text: string) => text >= '1800' && text < '2300'
const realDay = (day: string) => inOurTimes(day) && realInstant(`${day}T00:00:00.000Z`)
const realInstant = (at: string) => inOurTimes(at) && !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at
/** A day that exists in the calendar, YYYY-MM-DD, of the years 1800 to 2299. */
export const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(realDay) as unknown as z.ZodType<PlainDate>
/** A moment in UTC with its milliseconds, 2026-11-22T01:04:31.000Z, of the years 1800 to 2299. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/).refine(realInstant) as unknown as z.ZodType<Instant>
export const language = z.enum(['en', 'fr', 'es'])
export const nothing = z.null()
/** A page of a long list: where the last page ended, and how many rows. */
export const page = { after: text(200).nullable(), most: z.number().int().min(1).max(200) }

/** One entry of a door: the shape of its input, who may call, and the work. */
export type Door<I, O> = {
  readonly shape: z.ZodType<I>
  readonly who: 'staff' | 'anyone'
  readonly needs: Right | null
  /** May be called by who must choose another PIN before anything else. */
  readonly beforePin?: boolean
  work(input: I, caller: Caller): O
}

/** A call that needs someone signed in and, where `needs` is given, the right to do it without asking. */
export const takes = <I, O>(shape: z.ZodType<I>, work: (input: I, caller: Caller) => O, needs: Right | null = null): Door<I, O> =>
  ({ shape, who: 'staff', needs, work })

/** A call that a till may make before anyone has signed in. */
export const takesFromAnyone = <I, O>(shape: z.ZodType<I>, work: (input: I, passer: Passer) => O): Door<I, O> =>
  ({ shape, who: 'anyone', needs: null, work: work as (input: I, caller: Caller) => O })

/** The same, open to who must choose another PIN first. */
export const beforePin = <I, O>(door: Door<I, O>): Door<I, O> => ({ ...door, beforePin: true })
