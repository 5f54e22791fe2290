/** Another program or another tab: this page stays where it is, and tells the other nothing of itself. */
export function followLink(link: string): void {
  const anchor = document.createElement('a')
  anchor.href = link
  anchor.target = '_blank'
  anchor.rel = 'noopener noreferrer'
  anchor.click()
}
