import { createContext, useContext } from 'react'
import type { Register, Shop } from '../main/shop/shop.ts'
import type { Session } from '../main/staff/staff.ts'

/** Where we are: which shop, which till, who is signed in. app.tsx asks main and hands it down. */
export type Here = { readonly shop: Shop; readonly register: Register; readonly session: Session; readonly demo: boolean }
export const HereContext = createContext<Here | null>(null)

export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('useHere needs someone signed in')
  return here
}
