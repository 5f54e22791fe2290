import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly opened: boolean; readonly title: string; readonly consequence: string; readonly yes: string; readonly danger?: boolean
  readonly onYes: () => void; readonly onNo: () => void; readonly busy?: boolean
}

/** G3: asked only before what cannot be undone. Names the thing and the consequence; the safe button has the focus. */
export function Sure({ opened, title, consequence, yes, danger = true, onYes, onNo, busy = false }: Props) {
  const { t } = useTranslation('ui')
  return (
    <Modal opened={opened} onClose={onNo} title={title} size="md" closeButtonProps={{ 'aria-label': t('close') }}>
      <Text mb="lg">{consequence}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onNo} data-autofocus>{t('cancel')}</Button>
        <Button {...(danger ? { color: 'red.8' } : {})} onClick={onYes} loading={busy}>{yes}</Button>
      </Group>
    </Modal>
  )
}
