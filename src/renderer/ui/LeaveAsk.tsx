import { Button, Group, Modal, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly opened: boolean; readonly save: string; readonly onSave: () => void; readonly onDiscard: () => void; readonly onKeep: () => void }

/** G2: leaving a form with something typed asks, and the safe answer has the focus. */
export function LeaveAsk({ opened, save, onSave, onDiscard, onKeep }: Props) {
  const { t } = useTranslation('ui')
  const hears = useHearsKeys(opened)
  return (
    <Modal opened={opened} onClose={onKeep} closeOnEscape={hears} title={t('unsaved')} closeButtonProps={{ 'aria-label': t('close') }} zIndex={350}>
      <Text mb="lg">{t('unsaved-ask')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDiscard}>{t('discard')}</Button>
        <Button variant="default" onClick={onSave}>{save}</Button>
        <Button onClick={onKeep} data-autofocus>{t('keep-editing')}</Button>
      </Group>
    </Modal>
  )
}

/** The Escape that brought the question is still on its way through the page when it stands there: only the next one answers it. */
function useHearsKeys(opened: boolean): boolean {
  const [hears, setHears] = useState(false)
  useEffect(() => {
    if (!opened) return undefined
    const timer = window.setTimeout(() => setHears(true))
    return () => {
      window.clearTimeout(timer)
      setHears(false)
    }
  }, [opened])
  return hears
}
