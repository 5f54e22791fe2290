import { Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOffered } from '../commands.ts'

/** The keys that work right now ("?"), read off the same commands as the buttons. */
export function ShortcutSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('help')
  const keyed = useOffered().filter(({ key, when }) => key && when !== false)
  return (
    <Modal opened={opened} onClose={onClose} title={t('shortcuts')} size="md" closeButtonProps={{ 'aria-label': t('close') }}>
      <Table>
        <Table.Tbody>
          {keyed.map(({ name, key, label }) => (
            <Table.Tr key={name}><Table.Td><Kbd>{key}</Kbd></Table.Td><Table.Td>{label}</Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
