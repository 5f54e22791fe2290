/** A dialog under another one stays where it is: Escape is heard by both, and only the upper one may close. */
export const whenOnTop = (close: () => void) => (): void => {
  if (document.querySelectorAll('[aria-modal="true"]').length < 2) close()
}
