const largestFileBytes = 10_000_000
const kinds = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** Which square: how far it is drawn near, and where it stands between the left and right, the top and bottom edge (0 to 1). */
export type Cut = { readonly zoom: number; readonly x: number; readonly y: number }
type Size = { readonly width: number; readonly height: number }
const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))
export const cut = ({ zoom, x, y }: Cut): Cut => ({ zoom: between(1, zoom, 4), x: between(0, x, 1), y: between(0, y, 1) })

/** The square in pixels of the picture: never outside of it. */
export function cutOf({ width, height }: Size, { zoom, x, y }: Cut): { readonly left: number; readonly top: number; readonly side: number } {
  const side = Math.min(width, height) / zoom
  return { left: (width - side) * x, top: (height - side) * y, side }
}

/** JPG, PNG or WebP of up to 10 MB (S1-04). */
export const isPicture = (file: Blob): boolean => kinds.has(file.type) && file.size <= largestFileBytes
/** The picture in a file; null where it is none, whatever it is called. */
export const pictureOf = (file: Blob): Promise<ImageBitmap | null> => createImageBitmap(file).catch(() => null)

/** Draws the square over the whole canvas. */
export function drawCut(canvas: HTMLCanvasElement, picture: ImageBitmap, chosen: Cut): void {
  const { left, top, side } = cutOf(picture, chosen)
  canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height)
}
