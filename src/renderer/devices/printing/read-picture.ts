const mostWidth = 384
const mostHeight = 240

/** A picture file as greys, small enough for the narrowest paper; what is clear becomes white. Null where it cannot be read. */
export async function readPicture(file: File): Promise<{ readonly width: number; readonly height: number; readonly grey: string } | null> {
  const image = await createImageBitmap(file).catch(() => null)
  if (!image) return null
  const scale = Math.min(1, mostWidth / image.width, mostHeight / image.height)
  const [width, height] = [Math.max(8, Math.round(image.width * scale)), Math.max(8, Math.round(image.height * scale))]
  const paper = new OffscreenCanvas(width, height).getContext('2d')
  if (!paper) return null
  paper.fillStyle = 'white'
  paper.fillRect(0, 0, width, height)
  paper.drawImage(image, 0, 0, width, height)
  const { data } = paper.getImageData(0, 0, width, height)
  const grey = Uint8Array.from({ length: width * height }, (_, at) => Math.round(0.299 * (data[at * 4] ?? 255) + 0.587 * (data[at * 4 + 1] ?? 255) + 0.114 * (data[at * 4 + 2] ?? 255)))
  return { width, height, grey: btoa(Array.from(grey, (byte) => String.fromCharCode(byte)).join('')) }
}
