/** The kinds of code the camera looks for. UPC-A and UPC-E come as the EAN-13 that they are short for. */
export type Symbology = 'pdf417' | 'qr' | 'code128' | 'ean13' | 'ean8'

/** One code as one decoder read it once. `aim`: its kind as a scanner would name it (L0, Q1, C1 …). `sure`: it needs no second reading to be believed. */
export type Reading = { readonly symbology: Symbology; readonly aim: string; readonly text: string; readonly sure: boolean }
