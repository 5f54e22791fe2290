import { useEffect, useRef } from 'react'

/** Asks for the next page when the end of a list comes near; nothing to see and nothing to press. */
export function MoreRows({ more }: { readonly more: (() => void) | null }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current || !more) return undefined
    const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && more(), { rootMargin: '400px' })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [more])
  return <div ref={end} aria-hidden />
}
