import { useEffect, useRef, useState, type RefObject } from 'react'
import { startFrameReader, type FrameReader } from './frames.ts'
import type { Reading } from './reading.ts'

/** Rest between two frames: the till's other work goes on on a machine of two cores. */
const restMs = 40
/** So many frames that could not be had one after the other mean that none will come. */
const mostMissedFrames = 250

/** One reader for as long as the dialog shows; it and its memory go with it. */
export function useFrameReader(): RefObject<FrameReader | null> {
  const reader = useRef<FrameReader | null>(null)
  useEffect(() => {
    reader.current = startFrameReader()
    return () => (reader.current?.end(), void (reader.current = null))
  }, [])
  return reader
}

/** Hands the video's frames to the reader, one at a time, until it reads a code. True once the reader proves unable to. */
export function useFrames(reader: RefObject<FrameReader | null>, video: RefObject<HTMLVideoElement | null>, live: boolean, onReading: (reading: Reading) => void): boolean {
  const [failed, setFailed] = useState(false)
  const latest = useRef(onReading)
  useEffect(() => void (latest.current = onReading))
  useEffect(() => {
    if (!live) return undefined
    let on = true
    const look = async (): Promise<void> => {
      for (let missed = 0; on && missed < mostMissedFrames;) {
        const frame = frameOf(video.current)
        missed = frame ? 0 : missed + 1
        const reading = frame && reader.current ? await reader.current.read(frame) : null
        if (on && reading) return latest.current(reading)
        await new Promise((go) => window.setTimeout(go, restMs))
      }
      if (on) setFailed(true)
    }
    look().catch(() => on && setFailed(true))
    return () => void (on = false)
  }, [reader, video, live])
  return failed
}

/** The frame that shows just now, not copied: that is left to the worker. Null while there is none yet. */
function frameOf(video: HTMLVideoElement | null): VideoFrame | null {
  if (!video || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null
  try {
    return new VideoFrame(video)
  } catch {
    return null // in its first moments a video says it is ready and is not
  }
}

const mostStillPx = 2400

/** A picture from a file, made no larger than a decoder needs; null where it is no picture. */
export async function bitmapOf(file: Blob): Promise<ImageBitmap | null> {
  try {
    const whole = await createImageBitmap(file)
    const scale = Math.min(1, mostStillPx / Math.max(whole.width, whole.height))
    if (scale === 1) return whole
    const smaller = await createImageBitmap(whole, { resizeWidth: Math.round(whole.width * scale), resizeHeight: Math.round(whole.height * scale), resizeQuality: 'high' })
    whole.close()
    return smaller
  } catch {
    return null
  }
}
