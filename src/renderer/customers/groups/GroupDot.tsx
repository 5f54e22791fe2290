import type { GroupColour } from './group-form.ts'
import styles from './Groups.module.css'

/** The shade of a group's colour; none is the paper itself. */
export const shade = (colour: GroupColour): string => (colour === '' ? 'transparent' : `var(--mantine-color-${colour}-6)`)

/** The dot beside a group's name: a help for the eye, never the only sign. */
export function GroupDot({ colour }: { readonly colour: GroupColour }) {
  return colour === '' ? null : <span className={styles['dot']} style={{ background: shade(colour) }} aria-hidden />
}
