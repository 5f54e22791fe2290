/** The kinds of code the camera looks for. UPC-A and UPC-E come as the EAN-13 that they are short for. */
export type Symbology = 'pdf417' | 'qr' | 'code128' | 'ean13' | 'ean8'

/** One code as one decoder read it once. `sure`: it needs no second reading to be believed. */
export type Reading = { readonly symbology: Symbology; readonly text: string; readonly sure: boolean }
