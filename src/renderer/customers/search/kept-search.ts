import { useCallback, useState } from 'react'
import type { SearchScope } from '../../../main/flows/search-people.ts'
import { useHere } from '../../here.ts'

type Kept = { readonly text: string; readonly scope: SearchScope }
const fresh: Kept = { text: '', scope: 'name-or-mobile' }
// Of whoever is signed in, until this window closes: another person begins anew.
let last: { readonly of: string; readonly kept: Kept } | null = null

/** What was last searched for on the Customers tab: it stands there again when one comes back (S4-22). A text to begin with goes before it. */
export function useKeptSearch(text: string) {
  const { session } = useHere()
  const [kept] = useState<Kept>(() => (text !== '' ? { ...fresh, text } : last?.of === session.staffId ? last.kept : fresh))
  const keep = useCallback((now: Kept) => void (last = { of: session.staffId, kept: now }), [session.staffId])
  return { kept, keep }
}
