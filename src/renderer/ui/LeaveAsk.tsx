import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = { readonly opened: boolean; readonly save: string; readonly onSave: () => void; readonly onDiscard: () => void; readonly onKeep: () => void }

/** G2: leaving a form with something typed asks, and the safe answer has the focus. */
export function LeaveAsk({ opened, save, onSave, onDiscard, onKeep }: Props) {
  const { t } = useTranslation('ui')
  return (
    <Modal opened={opened} onClose={onKeep} title={t('unsaved')} closeButtonProps={{ 'aria-label': t('close') }} zIndex={350}>
      <Text mb="lg">{t('unsaved-ask')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDiscard}>{t('discard')}</Button>
        <Button variant="default" onClick={onSave}>{save}</Button>
        <Button onClick={onKeep} data-autofocus>{t('keep-editing')}</Button>
      </Group>
    </Modal>
  )
}
