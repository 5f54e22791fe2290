import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Page.module.css'

type PageProps = {
  readonly title: string; readonly actions?: ReactNode; readonly children: ReactNode; readonly wide?: boolean
  /** As high as the window: the last part scrolls by itself, what stands above it stays. */
  readonly fill?: boolean
}
/** A page of settings or of the office: title, what can be done on it, and its parts below one another. */
export function Page({ title, actions, children, wide = false, fill = false }: PageProps) {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{title}</h1>
        {actions}
      </header>
      <div className={styles['body']} data-wide={wide || fill} data-fill={fill}>{children}</div>
    </div>
  )
}

export function Section({ title, note, children }: { readonly title?: string; readonly note?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      {title && <h2 className={styles['sub']}>{title}</h2>}
      {note && <p className={styles['note']}>{note}</p>}
      {children}
    </section>
  )
}

/** G7: what may not be used stays visible, and says why. */
export function Locked({ sentence }: { readonly sentence: string }) {
  return <p className={styles['locked']}><IconLock size={18} aria-hidden />{sentence}</p>
}
