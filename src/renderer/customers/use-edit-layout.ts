import { useState } from 'react'
import { useHere } from '../here.ts'
import { layoutOf, tabNames, tabOf, type Surface, type TabName } from './form-layout.ts'
import type { OpenForm } from './use-customer-form.ts'

/** Which fields stand where right now, and how many bad ones each tab holds. */
export function useEditLayout(open: OpenForm, surface: Surface, start: TabName = 'general', isNew = false) {
  const { shop } = useHere()
  const [tab, setTab] = useState<TabName>(start)
  const [details, setDetails] = useState(shop.customerDetails || surface !== 'register')
  const layout = layoutOf({ surface, type: open.form.type, details, medical: shop.medical, isNew })
  const bad = (name: TabName): number => (open.shown ? Object.keys(open.problems).filter((path) => tabOf(layout, path) === name).length : 0)
  /** Brings a bad field into sight, whatever hides it. */
  const show = (path: string): void => {
    const full = layoutOf({ surface, type: open.form.type, details: true, medical: shop.medical, isNew })
    if (!details && !layout.top.some((name) => path.startsWith(name)) && path !== 'phones.0') setDetails(true)
    const holds = tabOf(full, path)
    if (holds) setTab(holds)
  }
  return { surface, layout, tab, setTab, details, setDetails, counts: Object.fromEntries(tabNames.map((name) => [name, bad(name)])) as Record<TabName, number>, show }
}
export type EditView = ReturnType<typeof useEditLayout>
