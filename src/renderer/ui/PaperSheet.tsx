import styles from './PaperSheet.module.css'

/** A row of a paper as main lays it out: words, words with an amount, a rule or a gap. */
type Row =
  | { readonly kind: 'text'; readonly text: string; readonly align: string; readonly size: string; readonly bold: boolean }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly size: string; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
type Props = { readonly title: string; readonly language: string; readonly rows: readonly Row[] }

/** A receipt or a statement on screen, as it comes out of the printer; window.print() prints this and nothing else. */
export function PaperSheet({ title, language, rows }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long receipt scrolls, and the keyboard must reach it
    <article className={styles['paper']} lang={language} aria-label={title} tabIndex={0}>
      {rows.map((row, at) => <Printed key={at} row={row} />)}
    </article>
  )
}

function Printed({ row }: { readonly row: Row }) {
  if (row.kind === 'rule') return <hr className={styles['rule']} />
  if (row.kind === 'space') return <div className={styles['space']} />
  if (row.kind === 'pair') return <div className={styles['pair']} data-size={row.size} data-bold={row.bold}><span>{row.left}</span><span>{row.right}</span></div>
  return <div className={styles['text']} data-size={row.size} data-bold={row.bold} data-align={row.align}>{row.text}</div>
}
