import { useEffect, useState } from 'react'

/** Is there a camera to take a picture with? Without one only choosing a picture is offered, and nothing is said (S1-04). */
export function useHasCamera(): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => {
    let gone = false
    navigator.mediaDevices?.enumerateDevices().then((devices) => !gone && setHas(devices.some(({ kind }) => kind === 'videoinput')), () => undefined)
    return () => void (gone = true)
  }, [])
  return has
}
