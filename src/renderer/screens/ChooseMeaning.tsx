import { Button, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../bridge.ts'
import type { OutcomeOf } from '../scan-place.ts'
import { useAct } from '../use-call.ts'
import styles from './Scan.module.css'

type Meaning = OutcomeOf<'choose'>['meanings'][number]['meaning']
type Props = { readonly asking: OutcomeOf<'choose'>; readonly onClose: () => void; readonly onChosen: () => void }

/** A code with two meanings: one tap says which, and it is never asked about again. */
export function ChooseMeaning({ asking, onClose, onChosen }: Props) {
  const { t } = useTranslation('scan')
  const choose = useAct(async (meaning: Meaning) => {
    await call('devices/choose-meaning', { requestId: newRequestId(), code: asking.code, meaning })
    onChosen()
  })
  return (
    <Modal opened onClose={onClose} title={t('two-meanings')} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text size="xl" fw={600} className="numbers" role="alert">{asking.code}</Text>
      <div className={styles['choices']}>
        {asking.meanings.map(({ meaning, name }, at) => (
          <Button key={meaning} variant="default" size="lg" justify="space-between" loading={choose.busy} onClick={() => void choose.run(meaning)} rightSection={<span className="muted">{t(`means-${meaning}`)}</span>} {...(at === 0 ? { 'data-autofocus': true } : {})}>
            <span className="cut">{name}</span>
          </Button>
        ))}
      </div>
      <Text c="dimmed" size="sm">{t('remembered')}</Text>
    </Modal>
  )
}
