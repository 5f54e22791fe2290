import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'

const lateMs = 400

/** G9: nothing for 400 ms, then skeleton rows, so that a quick answer never flickers. */
export function Late({ rows = 6, height = 44 }: { readonly rows?: number; readonly height?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), lateMs)
    return () => window.clearTimeout(timer)
  }, [])
  if (!late) return null
  return <div aria-busy="true">{Array.from({ length: rows }, (_, at) => <Skeleton key={at} height={height} mb={8} radius={8} />)}</div>
}
