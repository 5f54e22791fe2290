import { useScanRouter } from './use-scan-router.ts'

/** Hears every scan, whatever screen is shown; draws nothing. */
export function ScanRouter() {
  useScanRouter()
  return null
}
