import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { CardsList } from './CardsList.tsx'
import { ChangePoints } from './ChangePoints.tsx'
import { ExplainDialog } from './ExplainDialog.tsx'
import { JoinPanel } from './JoinPanel.tsx'
import styles from './Points.module.css'
import { PointsHome } from './PointsHome.tsx'
import { useCardOnSheet, type OtherPerson } from './use-card-on-sheet.ts'
import type { Signed } from './use-change.ts'
import { usePoints } from './use-points.ts'
import { useSignature } from './use-signature.ts'

type Props = {
  readonly customerId: CustomerId; readonly name: string; readonly onClose: () => void
  /** Opens the Loyalty tab of the profile; absent where it is open already. */
  readonly onHistory?: (() => void) | undefined
  /** A card scanned while the sheet is open, and what is done for another member's. */
  readonly scan: { readonly code: string } | null; readonly onSwitch: (other: OtherPerson) => void
}
type Part = { readonly kind: 'home' | 'cards' | 'explain' } | { readonly kind: 'change'; readonly signed: Signed }

/** F5, or a tap on the heart: what a customer has, what can be done with it, and Add / Remove after a manager's PIN. */
export function PointsSheet({ customerId, name, onClose, onHistory, scan, onSwitch }: Props) {
  const { t } = useTranslation('loyalty')
  const [part, setPart] = useState<Part>({ kind: 'home' })
  const signature = useSignature(customerId, name, (signed) => setPart({ kind: 'change', signed }))
  const other = useCardOnSheet(scan, { customerId, isChanging: part.kind === 'change' || signature.asking, onSwitch })
  const home = () => setPart({ kind: 'home' })
  if (part.kind === 'explain') return <ExplainDialog customerId={customerId} row={null} onClose={home} />
  const title = part.kind === 'cards' ? t('cards-of', { name }) : part.kind === 'change' ? t(`${part.signed.act}-to`, { name }) : t('title', { name })
  return (
    <Modal
      opened onClose={whenOnTop(onClose)} title={title} size={part.kind === 'change' ? 760 : 560}
      closeButtonProps={{ 'aria-label': t('ui:close') }} closeOnClickOutside={part.kind === 'home'}
    >
      {other.asked && <OtherCard other={other.asked} name={name} onSwitch={onSwitch} onStay={other.stay} />}
      {part.kind === 'home' && <Home customerId={customerId} quiet={signature.asking} onChange={signature.begin} onPart={(kind) => (kind === 'history' ? (onClose(), onHistory?.()) : setPart({ kind }))} hasHistory={onHistory !== undefined} onUsed={onClose} />}
      {part.kind === 'cards' && <CardsList customerId={customerId} name={name} onBack={home} />}
      {part.kind === 'change' && <ChangePoints customerId={customerId} name={name} signed={part.signed} onCancel={home} onDone={onClose} />}
    </Modal>
  )
}

/** Nothing that was typed is lost before someone says so. */
function OtherCard({ other, name, onSwitch, onStay }: { readonly other: OtherPerson; readonly name: string; readonly onSwitch: Props['onSwitch']; readonly onStay: () => void }) {
  const { t } = useTranslation('loyalty')
  return (
    <div className={styles['other']} role="alert">
      <span>{t('other-card', { name: other.name })}</span>
      <Button variant="default" onClick={() => onSwitch(other)}>{t('switch-to', { name: other.name })}</Button>
      <Button onClick={onStay}>{t('stay-with', { name })}</Button>
    </div>
  )
}

type HomeProps = {
  readonly customerId: CustomerId; readonly quiet: boolean; readonly hasHistory: boolean
  readonly onChange: (act: 'add' | 'remove') => void; readonly onPart: (part: 'cards' | 'explain' | 'history') => void; readonly onUsed: () => void
}
function Home({ customerId, ...rest }: HomeProps) {
  const asked = usePoints(customerId)
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={4} />
  if (!asked.data.member) return <JoinPanel customerId={customerId} />
  return <PointsHome customerId={customerId} points={asked.data} {...rest} />
}
