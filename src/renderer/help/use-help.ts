import { useRef, useState } from 'react'
import { usePlace } from '../navigation.ts'
import { topicOf, type ArticleName } from './articles.ts'

type Asked = { readonly topic: ArticleName; readonly times: number }
export type HelpState = { readonly asked: Asked | null; readonly open: () => void; readonly close: () => void }

const inside = (element: Element | null): boolean => element?.closest('[data-help]') != null

/** The help beside the work: F1 opens it at the topic of the screen one is on, again at another; closing gives the focus back to where it was (S1-01). */
export function useHelp(): HelpState {
  const { place } = usePlace()
  const [asked, ask] = useState<Asked | null>(null)
  const from = useRef<Element | null>(null)
  const open = () => {
    if (!inside(document.activeElement)) from.current = document.activeElement
    ask((before) => ({ topic: topicOf(place), times: (before?.times ?? 0) + 1 }))
  }
  const close = () => {
    const had = inside(document.activeElement)
    ask(null)
    if (had && from.current instanceof HTMLElement && from.current.isConnected) from.current.focus()
  }
  return { asked, open, close }
}
