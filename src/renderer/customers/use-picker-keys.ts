import type { KeyboardEvent, RefObject } from 'react'
import type { CustomerId } from '../../main/vocabulary.ts'
import type { LongListHandle } from '../ui/LongList.tsx'
import { step } from './people-list.ts'
import type { Picking } from './use-picking.ts'

type Acts = { readonly onPick: (id: CustomerId) => void; readonly onOpen: (id: CustomerId) => void }
const pageRows = 8
const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows }

/** The keys of the search field: arrows walk the list, Enter takes the line (or the first found), Right opens it. */
export function usePickerKeys(picking: Picking, list: RefObject<LongListHandle | null>, { onPick, onOpen }: Acts) {
  const go = (by: number) => {
    const next = step(picking.shown, picking.active, by)
    picking.setActive(next)
    list.current?.show(next)
  }
  const take = async (act: (id: CustomerId) => void) => {
    const row = picking.rowAt(picking.active)
    const stands = !picking.searching || picking.asked
    if (row && stands) return act(row.id)
    if (picking.typed.trim() === '') return undefined
    const { rows, near } = await picking.settle()
    // A near match is only a guess: it is taken with the arrow or a finger, never by a blind Enter.
    return rows[0] && !near ? act(rows[0].id) : undefined
  }
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const { selectionStart, value } = event.currentTarget
    const by = moves[event.key]
    if (by !== undefined) go(by)
    else if (event.key === 'Enter') void take(onPick)
    else if (event.key === 'ArrowRight' && selectionStart === value.length) void take(onOpen)
    else return
    event.preventDefault()
  }
}
