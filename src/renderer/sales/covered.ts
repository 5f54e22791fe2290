/** Does a dialog lie over the screen, whoever opened it? Then keys and scans are its own. */
export const isCovered = (): boolean => document.querySelector('[aria-modal="true"]') !== null
