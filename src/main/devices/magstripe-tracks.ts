// A swipe taken apart into tracks and their fields (AAMVA DL/ID 2020 annex F). Readers strip the check characters.
import { issuerCalled, issuerOf } from './iin.ts'

/** Contents between the sentinels; '' where a track did not come. `brokenOff`: one began and never ended. */
export type Tracks = { readonly one: string; readonly two: string; readonly three: string; readonly brokenOff: boolean }
export type TrackOne = { readonly state: string; readonly city: string; readonly name: readonly string[]; readonly address: readonly string[] }
/** `birth` is CCYYMMDD, `ends` YYMM, with 77, 88 and 99 for months as the standard has them. */
export type TrackTwo = { readonly iin: string; readonly number: string; readonly ends: string; readonly birth: string }

const mostCharacters = 512
const widestCity = 13

/** Tracks may come in one run or on lines; all lower case means that Caps Lock turned a wedge reader's letters round. */
export function tracksOf(text: string): Tracks {
  const one = /^[^%;]{0,8}%([^?]{0,160})(?:\?|$)/.exec(plain(text))
  const afterOne = plain(text).slice(one?.[0].length ?? 0)
  const two = /^[^%;]{0,8};([^?]{0,160})(?:\?|$)/.exec(afterOne)
  const afterTwo = afterOne.slice(two?.[0].length ?? 0)
  const three = /^\s{0,4}(?:_%|[#%+!])([^?]{0,160})(?:\?|$)/.exec(afterTwo)
  const brokenOff = [one, two, three].some((track) => track !== null && !track[0].endsWith('?'))
  return { one: one?.[1] ?? '', two: two?.[1] ?? '', three: three?.[1] ?? '', brokenOff }
}

export function plain(text: string): string {
  const line = text.slice(0, mostCharacters).replace(/\p{Cc}/gu, '').trim()
  return /[a-z]/.test(line) && !/[A-Z]/.test(line) ? line.toUpperCase() : line
}

/** `%E?` stands for a track that could not be read; letters on track 2 can only be misread. */
export const isMisread = ({ one, two, three }: Tracks): boolean => [one, two, three].includes('E') || /[A-Za-z]/.test(two)

/** State, city (no `^` after one of exactly 13 letters), name and address parted by `$`; or null where this is no licence's track. */
export function trackOne(track: string): TrackOne | null {
  const state = track.slice(0, 2)
  const rest = track.slice(2)
  const mark = rest.indexOf('^')
  const cityEnds = mark >= 0 && mark <= widestCity ? mark : widestCity
  const [name = '', address = ''] = rest.slice(cityEnds).replace(/^\^/, '').split('^')
  if (!issuerCalled(state) || !name.includes('$')) return null
  return { state, city: rest.slice(0, cityEnds).trim(), name: name.split('$').map(tidy), address: address.split('$').map(tidy) }
}

const tidy = (part: string): string => part.trim().replace(/[,\s]+$/, '')

/** Issuer, number, expiry and birth date; what did not fit into 13 digits of the number follows at the end. Null where it is no licence's track. */
export function trackTwo(track: string): TrackTwo | null {
  const shape = /^(\d{6})(\d{0,14})=(\d{2}(?:0[1-9]|1[0-2]|77|88|99))((?:19|20)\d{2}(?:0[1-9]|1[0-2]|99)(?:0[1-9]|[12]\d|3[01]))(\d{0,5})/
  const [, iin = '', number = '', ends = '', birth = '', more = ''] = shape.exec(track) ?? []
  return issuerOf(iin) ? { iin, number: number + more, ends, birth } : null
}

/** Postal code and sex stand at fixed places of track 3. */
export const trackThree = (track: string): { readonly postal: string; readonly sex: string } =>
  ({ postal: track.slice(2, 13).trim(), sex: track.slice(29, 30) })
