const sidePx = 320
const quality = 0.85
const largestFileBytes = 10_000_000

/** The middle square of a picture, small enough for a list; null where the file is no picture. */
export async function squareOf(file: Blob): Promise<{ readonly mediaType: 'image/jpeg'; readonly base64: string } | null> {
  if (file.size > largestFileBytes) return null
  try {
    const picture = await createImageBitmap(file)
    const side = Math.min(picture.width, picture.height)
    const canvas = Object.assign(document.createElement('canvas'), { width: sidePx, height: sidePx })
    canvas.getContext('2d')?.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, sidePx, sidePx)
    return { mediaType: 'image/jpeg', base64: canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '' }
  } catch {
    return null
  }
}
