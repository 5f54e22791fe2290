const longestSidePx = 1_600
const largestFileBytes = 10_000_000
const kinds = new Set(['image/jpeg', 'image/png'])

export type PictureToSend = { readonly mediaType: 'image/jpeg'; readonly base64: string }

/** A picture that was chosen, drawn anew as a JPEG of at most 1600 px a side: what a camera or a phone wrote into the file (place, name, time) is left behind. Null where it is none. */
export async function pictureToSend(file: Blob): Promise<PictureToSend | null> {
  const picture = kinds.has(file.type) && file.size <= largestFileBytes ? await createImageBitmap(file).catch(() => null) : null
  if (!picture) return null
  const scale = Math.min(1, longestSidePx / Math.max(picture.width, picture.height))
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const [, base64 = ''] = canvas.toDataURL('image/jpeg', 0.8).split(',')
  return base64 === '' ? null : { mediaType: 'image/jpeg', base64 }
}
