import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'

const photoRow = z.object({ mediaType: z.string(), bytes: z.instanceof(Uint8Array) })

/** A picture as a screen hands it in. */
export type Picture = { readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'; readonly base64: string }

/** A customer's picture as a screen can show it. */
export function readPhoto(db: ReadableDB, id: CustomerId): { mediaType: string; base64: string } | undefined {
  const row = first(db, photoRow, sql`SELECT p.media_type AS mediaType, p.bytes FROM customer_photos p JOIN customers c ON c.id = p.customer_id
    WHERE p.customer_id = ${id} AND c.status NOT IN ('merged', 'erased')`)
  return row && { mediaType: row.mediaType, base64: Buffer.from(row.bytes).toString('base64') }
}
export const savePhoto = (db: WritableDB, id: CustomerId, photo: { mediaType: string; bytes: Uint8Array }): number =>
  run(db, sql`INSERT INTO customer_photos (customer_id, media_type, bytes) VALUES (${id}, ${photo.mediaType}, ${photo.bytes})
    ON CONFLICT DO UPDATE SET media_type = excluded.media_type, bytes = excluded.bytes`)
export const dropPhoto = (db: WritableDB, id: CustomerId): number => run(db, sql`DELETE FROM customer_photos WHERE customer_id = ${id}`)
/** The survivor of a merge takes the other's picture over their own; the other's stays where it is. */
export const takePhoto = (db: WritableDB, from: CustomerId, to: CustomerId): number =>
  run(db, sql`INSERT OR REPLACE INTO customer_photos (customer_id, media_type, bytes) SELECT ${to}, media_type, bytes FROM customer_photos WHERE customer_id = ${from}`)
