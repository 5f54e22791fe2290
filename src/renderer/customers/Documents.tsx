import { Button } from '@mantine/core'
import { IconEye, IconLock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApproved } from '../approval.ts'
import { call } from '../bridge.ts'
import { useHere } from '../here.ts'
import { useAct } from '../use-call.ts'
import { useDates } from '../ui/DateField.tsx'
import styles from './ProfilePane.module.css'
import type { Card } from './card.ts'
import { RevealReason } from './RevealReason.tsx'

const shownMs = 30_000

/** Licence and, in a medical shop, medical number: the last four, the rest only on asking and only for thirty seconds. */
export function Documents({ card }: { readonly card: Card }) {
  const { shop } = useHere()
  const { licence, medical } = card.customer
  return (
    <>
      {licence && (licence.last4 !== '' || licence.expiresOn) && <Masked card={card} field="licence" last4={licence.last4} region={licence.region} expiresOn={licence.expiresOn} />}
      {shop.medical && medical && (medical.last4 !== '' || medical.expiresOn) && <Masked card={card} field="medical" last4={medical.last4} region="" expiresOn={medical.expiresOn} />}
    </>
  )
}

type Props = { readonly card: Card; readonly field: 'licence' | 'medical'; readonly last4: string; readonly region: string; readonly expiresOn: Parameters<ReturnType<typeof useDates>['inWords']>[0] | null }

function Masked({ card: { customer }, field, last4, region, expiresOn }: Props) {
  const { t } = useTranslation('profile')
  const { inWords } = useDates()
  const [asking, setAsking] = useState(false)
  const { value, reveal, hide, busy } = useRevealed(customer, field)
  const rest = [region, expiresOn && t('until', { day: inWords(expiresOn) })].filter(Boolean).join(' · ')
  return (
    <div className={styles['masked']}>
      <span>
        <span className={styles['small']}><IconLock size={14} aria-hidden /> {t(field)}</span>
        {last4 !== '' && <span className="numbers">{value ?? `•••• ${last4}`}</span>}
        {rest !== '' && <span className={styles['small']}>{rest}</span>}
      </span>
      {last4 !== '' && (value === null
        ? <Button variant="subtle" leftSection={<IconEye size={18} aria-hidden />} loading={busy} aria-label={`${t('reveal')}: ${t(field)}`} onClick={() => setAsking(true)}>{t('reveal')}</Button>
        : <Button variant="subtle" onClick={hide}>{t('hide')}</Button>)}
      {asking && <RevealReason what={t(field)} onReason={(reason) => (setAsking(false), reveal(reason))} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** Shown for thirty seconds after a reason was given and somebody who may allowed it. */
function useRevealed(customer: Card['customer'], field: 'licence' | 'medical') {
  const { t } = useTranslation('profile')
  const [value, setValue] = useState<string | null>(null)
  const approved = useApproved()
  const act = useAct((reason: string) => approved(t(`reveal-${field}`, { name: customer.displayName }), (approvalId) => call('customers/reveal', { id: customer.id, field, reason, approvalId })).then((answer) => answer && setValue(answer.value)))
  useEffect(() => {
    if (value === null) return undefined
    const timer = window.setTimeout(() => setValue(null), shownMs)
    return () => window.clearTimeout(timer)
  }, [value])
  return { value, busy: act.busy, reveal: (reason: string) => void act.run(reason), hide: () => setValue(null) }
}
