import type { Input, Output } from '../../../main/handlers.ts'
import type { PriceListId, Ppm } from '../../../main/vocabulary.ts'
import { readPercent } from '../../ui/keypad.ts'

export type GroupRow = Output<'customers/group-rows'>[number]
export type GroupColour = GroupRow['colour']
export const colours: readonly GroupColour[] = ['', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink', 'gray']

/** A group as it is typed: the percentage is text until it is saved. */
export type GroupForm = {
  readonly name: string; readonly description: string; readonly needsApproval: boolean; readonly priceListId: PriceListId | null; readonly percent: string
  readonly payLater: boolean; readonly colour: GroupColour; readonly isDefault: boolean
}
export const emptyGroup: GroupForm = { name: '', description: '', needsApproval: false, priceListId: null, percent: '', payLater: false, colour: '', isDefault: false }
export const formOf = ({ name, description, needsApproval, priceListId, discountPpm, payLater, colour, isDefault }: GroupRow): GroupForm =>
  ({ name, description, needsApproval, priceListId, percent: discountPpm > 0 ? String(discountPpm / 10_000) : '', payLater, colour, isDefault })

/** Parts per million of what was typed; 0 for nothing, null for what is no percentage. */
export function ppmOf({ percent }: GroupForm): number | null {
  const typed = percent.trim().replace(',', '.').replace('%', '')
  return typed === '' || Number(typed) === 0 ? 0 : readPercent(typed)
}

export type GroupProblem = 'name-needed' | 'percent-wrong'
/** What keeps a form from being saved, by its field. */
export function problemsOf(form: GroupForm): { readonly name?: GroupProblem; readonly percent?: GroupProblem } {
  return { ...(form.name.trim() === '' ? { name: 'name-needed' as const } : {}), ...(ppmOf(form) === null ? { percent: 'percent-wrong' as const } : {}) }
}

/** The form as main takes it. */
export function draftOf({ percent: _percent, isDefault, ...form }: GroupForm, ppm: number): Omit<Input<'customers/save-group'>, 'requestId' | 'id'> {
  return { ...form, name: form.name.trim(), description: form.description.trim(), discountPpm: ppm as Ppm, ...(isDefault ? { isDefault } : {}) }
}

type Lends = { readonly payLater: boolean } | undefined
/** A group proposes that its members may pay later (3.12). What somebody has switched by hand stays as it is; saving still asks a manager where that is needed. */
export const proposedCredit = (now: boolean, before: boolean, { was, next }: { readonly was: Lends; readonly next: Lends }): boolean =>
  (now === (before || (was?.payLater ?? false)) ? before || (next?.payLater ?? false) : now)
