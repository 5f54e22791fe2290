import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useCommands } from '../commands.ts'
import { useFormat } from '../format.ts'
import { PointsPill } from '../loyalty/PointsPill.tsx'
import { PointsSheet } from '../loyalty/PointsSheet.tsx'
import type { OtherPerson } from '../loyalty/use-card-on-sheet.ts'
import { usePoints } from '../loyalty/use-points.ts'
import { useSay } from '../loyalty/use-say.ts'
import { isCovered } from '../sales/covered.ts'
import styles from './CustomerProfile.module.css'
import { useSheetScans } from './use-sheet-scans.ts'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly opened: boolean; readonly onOpen: (opened: boolean) => void; readonly onHistory: () => void }

/** ♥ 240 · 40 by 31 December, in the head of a profile; F5 opens the same sheet as on the cart. */
export function CustomerProfilePoints({ customerId, name, opened, onOpen, onHistory }: Props) {
  const { t } = useTranslation('loyalty')
  const { day } = useFormat()
  const say = useSay()
  const [other, setOther] = useState<OtherPerson | null>(null)
  const show = (person: OtherPerson) => setOther(person.id === customerId ? null : person)
  const close = () => (setOther(null), onOpen(false))
  const scan = useSheetScans(opened)
  const points = usePoints(customerId).data
  const next = points?.member ? points.expiring.find(({ expiresOn }) => expiresOn !== null) : undefined
  useCommands([{ name: 'customer-points', label: t('points-sheet'), key: 'F5', when: points !== undefined, do: () => isCovered() || onOpen(true) }])
  return (
    <div className={styles['points']}>
      <PointsPill customerId={customerId} onOpen={() => onOpen(true)} />
      {next?.expiresOn && <span className="muted">{t('next-short', { points: say.number(next.points), day: day(next.expiresOn) })}</span>}
      {opened && (other
        ? <PointsSheet key={other.id} customerId={other.id} name={other.name} scan={scan} onSwitch={show} onClose={close} />
        : <PointsSheet customerId={customerId} name={name} scan={scan} onSwitch={show} onClose={close} onHistory={onHistory} />)}
    </div>
  )
}
