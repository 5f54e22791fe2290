import { Button } from '@mantine/core'
import styles from './Panels.module.css'

type Action = { readonly label: string; readonly do: () => void }

/** G4: one plain sentence and the buttons that fix it. Never a blank panel. */
export function Empty({ sentence, actions = [] }: { readonly sentence: string; readonly actions?: readonly Action[] }) {
  return (
    <div className={styles['panel']}>
      <p className={styles['sentence']}>{sentence}</p>
      <div className={styles['actions']}>
        {actions.map((action, at) => <Button key={action.label} variant={at === 0 ? 'filled' : 'default'} onClick={action.do}>{action.label}</Button>)}
      </div>
    </div>
  )
}
