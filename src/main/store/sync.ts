import type { WritableDB } from './sql.ts'

/**
 * Writes without waiting for the disk at every commit while `work` lasts. Only for what is begun again from nothing after a power cut (the made-up
 * shop): never while anyone sells.
 */
export async function syncingLater<T>(db: WritableDB, work: () => Promise<T>): Promise<T> {
  db.pragma('synchronous = NORMAL')
  try {
    return await work()
  } finally {
    db.pragma('synchronous = FULL')
  }
}
