import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Dialogs.module.css'

type Props = { readonly usual: readonly string[]; readonly reason: string; readonly onReason: (reason: string) => void }

/** Why: one tap for the usual reasons, words for any other. Always asked before money goes back. */
export function ReasonField({ usual, reason, onReason }: Props) {
  const { t } = useTranslation('sales')
  return (
    <div className={styles['stack']}>
      <div className={styles['chips']} role="group" aria-label={t('reason')}>
        {usual.map((words) => (
          <button key={words} type="button" className={styles['chip']} aria-pressed={reason === words} onClick={() => onReason(words)}>{words}</button>
        ))}
      </div>
      <TextInput
        label={t('reason')} value={reason} maxLength={200} onChange={(event) => onReason(event.currentTarget.value)} required withAsterisk={false}
      />
    </div>
  )
}
