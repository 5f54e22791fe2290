import { useSyncExternalStore } from 'react'
import type { StaffId } from '../../main/vocabulary.ts'

// Who was chosen by a badge scanned just before the till was locked: the sign-in screen begins with them.
let chosen: StaffId | null = null
const watchers = new Set<() => void>()

export function chooseByBadge(staffId: StaffId | null): void {
  chosen = staffId
  watchers.forEach((tell) => tell())
}
export const useChosenByBadge = (): StaffId | null => useSyncExternalStore((tell) => (watchers.add(tell), () => watchers.delete(tell)), () => chosen)
