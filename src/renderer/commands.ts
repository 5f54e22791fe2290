import { useEffect, useSyncExternalStore } from 'react'
import { useKeys } from './use-keys.ts'

/** One thing a person can do: buttons, keys, the command box and the shortcut sheet all read the same object. */
export type Command = { readonly name: string; readonly label: string; readonly key?: string; readonly when?: boolean; readonly do: () => void }

let offered: readonly (readonly Command[])[] = []
const watchers = new Set<() => void>()
const set = (next: typeof offered) => {
  offered = next
  watchers.forEach((tell) => tell())
}

/** Offers commands while mounted: their keys work anywhere, and the command box lists them. */
export function useCommands(commands: readonly Command[]): void {
  useKeys(Object.fromEntries(commands.filter(({ key, when }) => key && when !== false).map((command) => [command.key, command.do])))
  const signature = commands.map(({ name, label, when }) => `${name} ${label} ${when !== false}`).join('|')
  useEffect(() => {
    const mine = commands
    set([...offered, mine])
    return () => set(offered.filter((others) => others !== mine))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new closure each render is no new offer; the words and states are
  }, [signature])
}

export const useOffered = (): readonly Command[] => useSyncExternalStore((tell) => (watchers.add(tell), () => watchers.delete(tell)), () => offered).flat()
