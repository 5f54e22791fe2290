import { Chip, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffName } from '../../main/staff/staff.ts'
import type { ApprovalId, StaffId } from '../../main/vocabulary.ts'
import type { Asking } from '../approval.ts'
import { call } from '../bridge.ts'
import { useHere } from '../here.ts'
import { useScanPlace } from '../scan-place.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useAsk } from '../use-call.ts'
import { PinEntry } from './PinEntry.tsx'
import styles from './StaffApprovalDialog.module.css'

type Props = { readonly asking: Asking | null; readonly onAnswer: (id: ApprovalId | null) => void }

// Whoever approved last on this till most likely stands there again. Kept in memory only: it is no one's business after a restart.
let lastApprover: StaffId | null = null

/** The manager's PIN pad: what is approved, for whom, asked by whom and where. The last digit submits, Escape cancels. */
export function StaffApprovalDialog({ asking, onAnswer }: Props) {
  const { t } = useTranslation('staff')
  return (
    <Modal.Root returnFocus={false} opened={asking !== null} onClose={() => onAnswer(null)} closeOnEscape={false} size={400} zIndex={350}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles['head']}>
          <Modal.Title>{t('needs-manager')}</Modal.Title>
          <Modal.CloseButton size={44} aria-label={t('cancel')} />
        </div>
        <Modal.Body>{asking && <Pad key={`${asking.right} ${asking.target}`} asking={asking} onAnswer={onAnswer} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Pad({ asking, onAnswer }: { readonly asking: Asking; readonly onAnswer: Props['onAnswer'] }) {
  const { t } = useTranslation('staff')
  const { register, session } = useHere()
  const approvers = useAsk('staff/approvers', { right: asking.right }, ['staff-changed'])
  const [chosen, choose] = useState(lastApprover)
  // The badge of someone who may not approve chooses nobody, and is nobody else's to take.
  const chosenBy = (id: StaffId): true => (approvers.data?.some((person) => person.id === id) && choose(id), true)
  useScanPlace({ screen: 'pin-pad', customerId: null, show: (outcome) => outcome.kind === 'staff' && chosenBy(outcome.staffId) })
  if (approvers.error) return <Failure failure={approvers.error} retry={() => void approvers.refetch()} />
  if (!approvers.data) return <div className={styles['waiting']} />
  const person = approvers.data.find(({ id }) => id === chosen) ?? approvers.data[0]
  if (!person) return <Empty sentence={t('no-manager')} />
  const onPin = async (pin: string) => {
    const { approvalId } = await call('staff/approve', { right: asking.right, target: asking.target, approverId: person.id, pin })
    lastApprover = person.id
    onAnswer(approvalId)
  }
  return (
    <div className={styles['pad']}>
      <p className={styles['what']}>{asking.what}</p>
      <p className={styles['asked']}>{t('asked-by', { name: session.name, till: register.name })}</p>
      <Approvers people={approvers.data} chosen={person.id} onChoose={choose} />
      <PinEntry key={person.id} person={person} focusFirst onPin={onPin} onCancel={() => onAnswer(null)} />
    </div>
  )
}

function Approvers({ people, chosen, onChoose }: { readonly people: readonly StaffName[]; readonly chosen: StaffId; readonly onChoose: (id: StaffId) => void }) {
  const { t } = useTranslation('staff')
  return (
    <Chip.Group value={chosen} onChange={(id) => onChoose(id as StaffId)}>
      <div className={styles['people']} role="radiogroup" aria-label={t('approver')}>
        {people.map(({ id, name }) => <Chip key={id} value={id} size="md" classNames={{ label: styles['chip'] ?? '' }}>{name}</Chip>)}
      </div>
    </Chip.Group>
  )
}
