import type { KeyboardEvent } from 'react'

const cellOf = (row: Element | undefined, column: number): HTMLElement | null =>
  (row instanceof HTMLTableRowElement ? row.cells[column]?.querySelector<HTMLElement>('[data-cell]') : null) ?? null

/** Where an arrow leads from a cell of a table: over to the next cell that can be changed, past headings. Null where there is none. */
function neighbour(cell: Element, key: string): HTMLElement | null {
  const [td, row] = [cell.closest('td'), cell.closest('tr')]
  if (!td || !row) return null
  if (key === 'ArrowLeft' || key === 'ArrowRight') return cellOf(row, td.cellIndex + (key === 'ArrowRight' ? 1 : -1))
  const rows = [...(row.closest('table')?.querySelectorAll('tbody tr') ?? [])]
  const step = key === 'ArrowDown' ? 1 : -1
  for (let at = rows.indexOf(row) + step; at >= 0 && at < rows.length; at += step) {
    const next = cellOf(rows[at], td.cellIndex)
    if (next) return next
  }
  return null
}

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
/** Arrows walk through the cells of a table; inside of a number left and right stay the number's own. */
export function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const at = event.target
  if (!(at instanceof Element) || !arrows.includes(event.key) || !at.matches('[data-cell]')) return
  if (at instanceof HTMLInputElement && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return
  const next = neighbour(at, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
}
