import { Chip, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import styles from './HowGiven.module.css'

type Given = NonNullable<Input<'messaging/save-subscriptions'>['given']>
const ways: readonly Given[] = ['in-person', 'by-phone', 'on-paper', 'by-message', 'other']
type Props = { readonly given: Given | null; readonly note: string; readonly onGiven: (given: Given) => void; readonly onNote: (note: string) => void }

/** A yes is kept with how it was given: one tap, or words of its own. */
export function HowGiven({ given, note, onGiven, onNote }: Props) {
  const { t } = useTranslation('subscriptions')
  return (
    <fieldset className={styles['given']}>
      <legend>{t('given-ask')}</legend>
      <Chip.Group value={given} onChange={(chosen) => onGiven(chosen as Given)}>
        <div className={styles['ways']}>{ways.map((way) => <Chip key={way} value={way} size="md">{t(`given-${way}`)}</Chip>)}</div>
      </Chip.Group>
      {given === 'other' && <TextInput label={t('note')} value={note} maxLength={200} mt="sm" onChange={(event) => onNote(event.currentTarget.value)} />}
    </fieldset>
  )
}
