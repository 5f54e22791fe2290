import { useSyncExternalStore } from 'react'

export type Toast = {
  readonly id: number; readonly tone: 'done' | 'error' | 'note'; readonly text: string
  /** Takes the act back; offered for ten seconds, and on Ctrl+Z. */
  readonly undo?: () => void
}

export const toastMs = 10_000
let toasts: readonly Toast[] = []
let last = 0
const watchers = new Set<() => void>()
const set = (next: readonly Toast[]) => {
  toasts = next
  watchers.forEach((tell) => tell())
}

/** Says what happened at the bottom of the screen. A newer one with the same words replaces the older. */
export function sayToast(toast: Omit<Toast, 'id'>): void {
  const id = ++last
  set([...toasts.filter(({ text }) => text !== toast.text), { ...toast, id }].slice(-3))
  window.setTimeout(() => dropToast(id), toastMs)
}

export const dropToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id))

/** The cart that the offers to undo were about is gone: paid or parked. */
export const forgetUndos = (): void => set(toasts.filter(({ undo }) => !undo))

/** Ctrl+Z: takes back the newest act that can still be taken back. */
export function undoLast(): void {
  const toast = toasts.findLast(({ undo }) => undo)
  if (!toast) return
  dropToast(toast.id)
  toast.undo?.()
}

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore((tell) => (watchers.add(tell), () => watchers.delete(tell)), () => toasts)
