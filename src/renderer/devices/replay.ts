import { flushSync } from 'react-dom'
import type { Stroke, Target } from './wedge-state.ts'

const typed = new Set(['text', 'search', 'tel', 'email', 'url', 'number'])
const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  (element instanceof HTMLInputElement && (typed.has(element.type) || element.type === 'password')) || element instanceof HTMLTextAreaElement

/** What kind of place a key would go to. A field that cannot be written to takes no keys. */
export function targetOf(element: Element | null): Target {
  if (isField(element)) return element.readOnly || element.disabled ? 'keys' : element.type === 'password' ? 'secret' : 'text'
  if (element instanceof HTMLSelectElement || (element instanceof HTMLElement && element.isContentEditable)) return 'opaque'
  return element instanceof HTMLInputElement && /^(?:date|time|month|week|datetime-local|color)$/.test(element.type) ? 'opaque' : 'keys'
}

/** A field as it stood before a key wrote into it. */
export type Before = { readonly field: HTMLInputElement | HTMLTextAreaElement; readonly value: string; readonly start: number | null; readonly end: number | null }
export function standing(): Before | null {
  const field = document.activeElement
  if (!isField(field)) return null
  // Number and e-mail fields have no caret to ask for.
  const hasCaret = field instanceof HTMLTextAreaElement || !/^(?:number|email)$/.test(field.type)
  return { field, value: field.value, start: hasCaret ? field.selectionStart : null, end: hasCaret ? field.selectionEnd : null }
}

/** Through the browser's own setter, so that whoever controls the field hears of it as of a key. */
function setValue(field: Before['field'], value: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What a scanner wrote leaves the field: it stands as before the first of those keys. */
export function putBack({ field, value, start, end }: Before): void {
  if (!field.isConnected) return
  setValue(field, value)
  if (start !== null) field.setSelectionRange(start, end)
}

/** Writes at the caret as a key would: over what is selected, within the field's length, by the browser's own hand where it lends it. */
export function write(text: string): void {
  const before = standing()
  if (!before) return
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else writes at the caret, heeds type and length, and can be undone
  if (document.execCommand('insertText', false, text)) return
  const { field, value, start, end } = before
  const next = value.slice(0, start ?? value.length) + text + value.slice(end ?? value.length)
  if (field.maxLength >= 0 && next.length > field.maxLength) return
  setValue(field, next)
  if (start !== null) field.setSelectionRange(start + text.length, start + text.length)
}

const init = ({ key }: Stroke): KeyboardEventInit => ({
  key: key.key, code: key.code ?? '', ctrlKey: key.ctrl ?? false, altKey: key.alt ?? false, shiftKey: key.shift ?? false, bubbles: true, cancelable: true,
})

/** Presses a held key now. Handlers hear it as ever; what the browser itself does with a key is done here, for it does nothing for keys that are not real. */
export function press(stroke: Stroke): void {
  const target = document.activeElement ?? document.body
  // Each key is drawn before the next: real ones are turns of their own, and who hears them reads what the one before has left.
  flushSync(() => {
    const goes = target.dispatchEvent(new KeyboardEvent('keydown', init(stroke)))
    if (goes) actOf(stroke, document.activeElement ?? document.body)
  })
  target.dispatchEvent(new KeyboardEvent('keyup', init(stroke)))
}

function actOf({ key: { key, ctrl, alt }, char }: Stroke, target: Element): void {
  if (ctrl || alt) return
  if (key === 'Enter') enter(target)
  else if (key === 'Tab') nextField(target)?.focus()
  else if (key === 'Backspace' || key === 'Delete') erase(key)
  else if (key === ' ' && !isField(target)) clickOn(target)
  else if (char !== '' || key.length === 1) write(char || key)
}

// oxlint-disable-next-line typescript/no-deprecated -- as a key would, with its place in the field's own undo
const erase = (key: 'Backspace' | 'Delete'): boolean => document.execCommand(key === 'Delete' ? 'forwardDelete' : 'delete')

function clickOn(target: Element): void {
  if (target instanceof HTMLElement && target.matches('button, summary, [role="button"], input[type="checkbox"], input[type="radio"]')) target.click()
}

function enter(target: Element): void {
  if (target instanceof HTMLTextAreaElement) return write('\n')
  if (target instanceof HTMLElement && target.matches('button, a[href], summary')) return target.click()
  const form = target instanceof HTMLInputElement ? target.form : null
  if (!form) return
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"], button:not([type]), input[type="submit"]')
  if (button) button.click()
  else if (form.querySelectorAll('input').length === 1) form.requestSubmit()
}

function nextField(from: Element): HTMLElement | undefined {
  const room = from.closest('[aria-modal="true"]') ?? document
  const all = [...room.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]')].filter((each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.offsetParent !== null)
  return all[(all.indexOf(from as HTMLElement) + 1) % Math.max(1, all.length)]
}
