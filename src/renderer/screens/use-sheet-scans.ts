import { useState } from 'react'
import { useScanPlace } from '../scan-place.ts'

/** A card that was scanned while a sheet was open; each scan is one of its own. */
export type SheetScan = { readonly code: string }

/** Codes that are scanned over an open sheet are the sheet's own: it looks up whose card it is. */
export function useSheetScans(active: boolean): SheetScan | null {
  const [scan, setScan] = useState<SheetScan | null>(null)
  useScanPlace({ screen: 'sheet', customerId: null, show: () => false, code: (code) => setScan({ code }) }, active)
  // What was scanned over a sheet that is closed since is done with: the next sheet begins anew.
  const [wasActive, setWasActive] = useState(active)
  if (active !== wasActive) {
    setWasActive(active)
    setScan(null)
  }
  return scan
}
