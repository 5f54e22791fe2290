import type { Floor } from '../../../main/flows/edit-tables.ts'
import { useAsk } from '../../use-call.ts'

/** The tables of this till with what stands at each; null where it has none, and then nothing of them shows (S3-26). */
export const useFloor = (): Floor | null => useAsk('tables/floor', {}, ['tables-changed', 'queue-changed', 'sale-changed'], { keepLast: true }).data ?? null
