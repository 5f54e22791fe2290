import type { Core } from '../context.ts'
import { dropHits, someHits } from '../customers/erasures.sql.ts'
import { emptyStaged, stagedRowsOf, throwAwayFile } from '../customers/erase-imports.sql.ts'
import type { CustomerId } from '../vocabulary.ts'

type StagedKey = readonly [batchId: string, position: number]

/** Rows of imports that made, met or speak of the person keep their place and say nothing. Answers how many: call it again until none is left. */
export function emptyImportRows({ db }: Core, erasureId: string, ids: readonly CustomerId[], most: number): number {
  const own = stagedRowsOf(db, ids, most)
  own.forEach(({ batchId, position }) => emptyStaged(db, batchId, position))
  const keys = someHits(db, erasureId, 'import_rows', most)
  for (const [batchId, position] of keys.map((key) => JSON.parse(key) as StagedKey)) emptyStaged(db, batchId, position)
  return own.length + dropHits(db, erasureId, 'import_rows', keys)
}

/** A file that holds the person and was not brought in yet is thrown away a piece at a time; it can be chosen again without them. */
export function dropStagedFiles({ db }: Core, erasureId: string): number {
  const [batchId] = someHits(db, erasureId, 'import_chunks', 1)
  if (batchId === undefined) return 0
  if (throwAwayFile(db, batchId)) return 1
  return dropHits(db, erasureId, 'import_chunks', [batchId])
}
