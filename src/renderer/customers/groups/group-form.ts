import type { Input, Output } from '../../../main/handlers.ts'
import type { PriceListId, Ppm } from '../../../main/vocabulary.ts'
import { readPercent } from '../../ui/keypad.ts'
import { readTimes, showTimes } from '../../ui/times-text.ts'

export type GroupRow = Output<'customers/group-rows'>[number]
export type GroupColour = GroupRow['colour']
export const colours: readonly GroupColour[] = ['', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink', 'gray']

/** A group as it is typed: the percentage and how often its members earn are text until they are saved. */
export type GroupForm = {
  readonly name: string; readonly description: string; readonly needsApproval: boolean; readonly priceListId: PriceListId | null; readonly percent: string; readonly times: string
  readonly payLater: boolean; readonly colour: GroupColour; readonly isDefault: boolean
}
export const emptyGroup: GroupForm = { name: '', description: '', needsApproval: false, priceListId: null, percent: '', times: '1', payLater: false, colour: '', isDefault: false }
export const formOf = ({ name, description, needsApproval, priceListId, discountPpm, timesMilli, payLater, colour, isDefault }: GroupRow, locale: string): GroupForm =>
  ({ name, description, needsApproval, priceListId, percent: discountPpm > 0 ? String(discountPpm / 10_000) : '', times: showTimes(timesMilli ?? 1_000, locale), payLater, colour, isDefault })

/** Parts per million of what was typed; 0 for nothing, null for what is no percentage. */
export function ppmOf({ percent }: GroupForm): number | null {
  const typed = percent.trim().replace(',', '.').replace('%', '')
  return typed === '' || Number(typed) === 0 ? 0 : readPercent(typed)
}

/** Thousandths of what was typed, up to what the programme ever gives (once is always right); null for what is no such number. */
export function timesOf({ times }: GroupForm, mostMilli: number): number | null {
  const milli = readTimes(times, Math.max(mostMilli, 1_000))
  return milli === null || (milli > mostMilli && milli !== 1_000) ? null : milli
}

export type GroupProblem = 'name-needed' | 'percent-wrong' | 'times-wrong'
/** What keeps a form from being saved, by its field; `first` is what it began with, and a multiplier that stays is never wrong. */
export function problemsOf(form: GroupForm, first: GroupForm, mostMilli: number): { readonly name?: GroupProblem; readonly percent?: GroupProblem; readonly times?: GroupProblem } {
  return {
    ...(form.name.trim() === '' ? { name: 'name-needed' as const } : {}), ...(ppmOf(form) === null ? { percent: 'percent-wrong' as const } : {}),
    ...(form.times !== first.times && timesOf(form, mostMilli) === null ? { times: 'times-wrong' as const } : {}),
  }
}

/** The form as main takes it: `ppm` of the percentage, and thousandths of the multiplier where it changes. */
export function draftOf({ percent: _percent, times: _times, isDefault, ...form }: GroupForm, ppm: number, timesMilli: number | null): Omit<Input<'customers/save-group'>, 'requestId' | 'id'> {
  return { ...form, name: form.name.trim(), description: form.description.trim(), discountPpm: ppm as Ppm, ...(isDefault ? { isDefault } : {}), ...(timesMilli === null ? {} : { timesMilli }) }
}

type Lends = { readonly payLater: boolean } | undefined
/** A group proposes that its members may pay later (3.12). What somebody has switched by hand stays as it is; saving still asks a manager where that is needed. */
export const proposedCredit = (now: boolean, before: boolean, { was, next }: { readonly was: Lends; readonly next: Lends }): boolean =>
  (now === (before || (was?.payLater ?? false)) ? before || (next?.payLater ?? false) : now)
