import { Modal, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskFirst } from '../unsaved.ts'
import { LeaveAsk } from './LeaveAsk.tsx'
import { whenOnTop } from './on-top.ts'

type Props = Omit<ModalProps, 'opened' | 'children'> & {
  /** Something was typed that is not saved. */
  readonly dirty: boolean; readonly onSave: () => void; readonly saveWord?: string
  /** `close` is for Cancel: it asks as the cross and Escape do. */
  readonly children: (close: () => void) => ReactNode
}

/** A dialog with fields: the cross, Escape, Cancel and every way to another place ask first while something is not saved (G2). */
export function FormModal({ dirty, onClose, onSave, saveWord, children, ...modal }: Props) {
  const { t } = useTranslation('ui')
  const { asking, tryLeave, keep, discard } = useAskFirst(dirty, onClose)
  return (
    <Modal opened onClose={whenOnTop(tryLeave)} closeButtonProps={{ 'aria-label': t('close') }} {...modal}>
      {children(tryLeave)}
      <LeaveAsk opened={asking} save={saveWord ?? t('save')} onSave={() => (keep(), onSave())} onDiscard={discard} onKeep={keep} />
    </Modal>
  )
}
