import { useCallback, useState } from 'react'
import { call, newRequestId } from '../../bridge.ts'
import type { ImportSource } from '../../../main/customers/import.ts'
import type { BatchId } from '../../../main/vocabulary.ts'

const chunkBytes = 256 * 1024
const looksLikeContacts = /\.(?:vcf|vcard|csv|txt|tsv)$/i

export const isContactsFile = (name: string): boolean => looksLikeContacts.test(name)

/** A piece of a file as text that can cross to main. */
const asBase64 = (piece: Blob): Promise<string> => new Promise((done, failed) => {
  const reader = new FileReader()
  reader.onload = () => done(typeof reader.result === 'string' ? reader.result.replace(/^data:[^,]*,/, '') : '')
  reader.onerror = () => failed(reader.error ?? new Error('the file cannot be read'))
  reader.readAsDataURL(piece)
})

export type Sending = { readonly name: string; readonly done: number; readonly total: number }

/** Sends a file up in pieces of 256 KiB; `sending` says how far it is. */
export function useUpload() {
  const [sending, setSending] = useState<Sending | null>(null)
  const send = useCallback(async (file: File, source: ImportSource): Promise<BatchId> => {
    try {
      setSending({ name: file.name, done: 0, total: file.size })
      const { batchId } = await call('imports/begin', { requestId: newRequestId(), fileName: file.name, sizeBytes: file.size, source })
      for (let at = 0, position = 0; at < file.size; at += chunkBytes, position++) {
        await call('imports/chunk', { batchId, position, base64: await asBase64(file.slice(at, at + chunkBytes)) })
        setSending({ name: file.name, done: Math.min(file.size, at + chunkBytes), total: file.size })
      }
      return batchId
    } finally {
      setSending(null)
    }
  }, [])
  return { sending, send }
}
