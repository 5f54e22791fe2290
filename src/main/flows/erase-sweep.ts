import { setImmediate as pause } from 'node:timers/promises'
import type { Core, Look } from '../context.ts'
import { erasuresToSweep, noteSwept } from '../customers/erasures.sql.ts'
import { sweepSearch } from '../customers/sweep.sql.ts'
import { copiesBefore, copyFresh, dropFile, emptyLog, nameOfFile, setAside } from '../store/remains.ts'
import { askReader } from './ask-reader.ts'

const sweeping = new WeakSet<Core>()

/**
 * After somebody is erased: the search tables are written anew, the log is emptied, and copies of the file from before give way to a fresh one. Little
 * by little, with pauses; what cannot be done yet (somebody is reading an older moment, the disk is full) is tried again the next minute. The
 * certificate says when it was done, and which files an owner set aside still hold the person.
 */
export async function sweepErased(core: Core): Promise<void> {
  if (sweeping.has(core) || !core.db.open || erasuresToSweep(core.db).length === 0) return
  sweeping.add(core)
  try {
    const due = erasuresToSweep(core.db)
    while (core.db.open && sweepSearch(core.db)) await pause()
    if (!core.db.open || !emptyLog(core.db)) return
    const replaced = await replaceCopies(core, due.map(({ erasedAt }) => erasedAt ?? '').toSorted().at(-1) ?? '')
    if (!core.db.open || replaced === null) return
    const remains = setAside(core.db)
    for (const { id, counts, actId } of due) {
      noteSwept(core.db, id, JSON.stringify({ ...(JSON.parse(counts) as object), copies: replaced, remains }), core.now())
      core.emit('customers-erased', { actId })
    }
    emptyLog(core.db)
  } finally {
    sweeping.delete(core)
  }
}

/** How many old copies a fresh one took the place of; null where it could not be made, and then the old ones stay. */
async function replaceCopies(core: Core, erasedAt: string): Promise<number | null> {
  const old = copiesBefore(core.db, erasedAt)
  if (old.length === 0) return 0
  const target = `${core.db.name}.after-erase-${core.now().slice(0, 19).replaceAll(':', '-')}.backup`
  try {
    await askReader(core, 'fresh-copy', { target })
  } catch {
    return null
  }
  old.filter((copy) => nameOfFile(copy) !== nameOfFile(target)).forEach(dropFile)
  return old.length
}

export function freshCopy({ db }: Look, { target }: { readonly target: string }): null {
  copyFresh(db, target)
  return null
}
