import { useEffect } from 'react'
import { nameThePoint } from '../words.ts'
import { useTerms } from './use-points.ts'

/** From here on every screen says what the shop calls a point. */
export function useOwnWord(): void {
  const terms = useTerms()
  useEffect(() => {
    if (terms) nameThePoint(terms.words)
  }, [terms])
}
