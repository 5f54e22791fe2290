import { useSyncExternalStore } from 'react'
import type { Input } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { bytesOf, saveFile } from '../../ui/FileChip.tsx'

export type ExportWish = Omit<Input<'exports/begin'>, 'requestId' | 'approvalId'>
/** An export begun at this screen: its chip stays until it is closed. */
export type Begun = { readonly exportId: string; readonly wish: ExportWish; readonly saved: boolean }

let begun: Begun | null = null
const watchers = new Set<() => void>()
const set = (next: Begun | null): void => {
  begun = next
  watchers.forEach((tell) => tell())
}
export const useBegun = (): Begun | null => useSyncExternalStore((tell) => (watchers.add(tell), () => watchers.delete(tell)), () => begun)
export const closeBegun = (): void => set(null)
export const noteSaved = (): void => set(begun && { ...begun, saved: true })

/** Begins an export; what comes of it shows in the chip at the bottom left. */
export async function beginExport(wish: ExportWish, approvalId: Input<'exports/begin'>['approvalId']): Promise<true> {
  const { exportId } = await call('exports/begin', { ...wish, requestId: newRequestId(), approvalId })
  set({ exportId, wish, saved: false })
  return true
}

/** Fetches a finished file piece by piece and hands it to the person as a download. */
export async function takeExport(exportId: string): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let [at, of, name] = [0, 1, '']
  for (; at < of; at++) {
    const piece = await call('exports/piece', { exportId, piece: at })
    parts.push(bytesOf(piece.base64))
    of = piece.pieces
    name = piece.fileName
  }
  saveFile({ name, parts, type: name.endsWith('.vcf') ? 'text/vcard' : 'text/csv' })
}
