import { BinaryBitmap, DecodeHintType, GlobalHistogramBinarizer, HybridBinarizer, PDF417Reader, RGBLuminanceSource } from '@zxing/library'
import type { Picture } from './picture.ts'
import type { Reading } from './reading.ts'

const hints = new Map([[DecodeHintType.TRY_HARDER, true]])

/** A PDF417 as @zxing/library reads it: it does without the stop pattern and finds some that zxing-cpp does not. Never sure: it does not tell how much it had to guess. */
export function readWithJs({ data, width, height }: Picture, global = false): Reading[] {
  const source = new RGBLuminanceSource(data, width, height)
  const bitmap = new BinaryBitmap(global ? new GlobalHistogramBinarizer(source) : new HybridBinarizer(source))
  try {
    return [{ symbology: 'pdf417', aim: 'L0', text: asBytes(new PDF417Reader().decode(bitmap, hints).getText()), sure: false }]
  } catch {
    return [] // it throws for "nothing found", and now and then a TypeError for a picture it stumbles over
  }
}

/** It gives binary parts as windows-1252, where 0x80 to 0x9F became typographic signs. */
const asBytes = (text: string): string => Array.from(text, (letter) => (letter > '\u00ff' ? String.fromCharCode(0x80 + windows1252.indexOf(letter)) : letter)).join('')
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
