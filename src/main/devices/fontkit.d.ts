// The part of fontkit that is used here; the package brings no types.
declare module 'fontkit' {
  type PathCommand = { readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; readonly args: readonly number[] }
  export type Font = {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(point: number): boolean
    layout(text: string): {
      readonly advanceWidth: number
      readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[]
      readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
    }
  }
  export function create(bytes: Uint8Array): Font | { readonly fonts: readonly Font[]; getFont(name: string): Font | null }
}
