import { latin1, type Arrived } from './arrived.ts'

// Magstripe readers in HID mode: one report a swipe. Bytes 0-2 decode status, 3-5 lengths, 6 how the card is encoded; then the tracks.
const magtekBytes = 337
const magtekTrackBytes = 110
const idTechHeaderBytes = 9
const idTechDataBytes = 500
const idTech = 0x0acd
const blankCard = 3

/**
 * One swipe. Tracks are cut by their stated lengths: what stands after them may be the previous card. A track that could not be decoded makes the whole
 * swipe a read error, and a report of another size is an encrypting reader's.
 */
export function msrReport(report: Uint8Array, vendorId: number): Arrived {
  const tracks = vendorId === idTech ? idTechTracks(report) : magtekTracks(report)
  if (tracks === null) return { kind: 'encrypted' }
  const isMisread = [0, 1, 2].some((at) => (report[at]! & 1) === 1)
  if (isMisread) return { kind: 'read-error' }
  const text = tracks.map(latin1).join('')
  if (text !== '') return { kind: 'text', text, symbology: null }
  return report[6] === blankCard ? { kind: 'blank' } : { kind: 'read-error' }
}

function magtekTracks(report: Uint8Array): Uint8Array[] | null {
  if (report.length !== magtekBytes) return null
  const lengths = [...report.subarray(3, 6)]
  if (lengths.some((length) => length > magtekTrackBytes)) return null
  return lengths.map((length, at) => report.subarray(7 + at * magtekTrackBytes, 7 + at * magtekTrackBytes + length))
}

/** The tracks stand behind one another; the manual leaves the order of the two bytes of the total open, so both are tried against the sum of the lengths. */
function idTechTracks(report: Uint8Array): Uint8Array[] | null {
  if (report.length < idTechHeaderBytes || report.length > idTechHeaderBytes + idTechDataBytes + 4) return null
  const lengths = [...report.subarray(3, 6)]
  const sum = lengths.reduce((all, length) => all + length, 0)
  const [first, second] = [report[7]!, report[8]!]
  const isStated = sum === first * 256 + second || sum === second * 256 + first
  if (!isStated || idTechHeaderBytes + sum > report.length) return null
  let from = idTechHeaderBytes
  return lengths.map((length) => report.subarray(from, (from += length)))
}
