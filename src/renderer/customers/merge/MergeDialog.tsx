import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { PairView } from './PairView.tsx'

/** The pair over whatever page it was asked for from: a profile's banner, or two people ticked in the list. */
export function MergeDialog({ oneId, otherId, onClose }: { readonly oneId: CustomerId; readonly otherId: CustomerId; readonly onClose: () => void }) {
  const { t } = useTranslation('merge')
  return (
    <Modal opened onClose={onClose} size={980} title={t('dialog')} closeButtonProps={{ 'aria-label': t('close') }}>
      <PairView oneId={oneId} otherId={otherId} onDone={onClose} />
    </Modal>
  )
}
