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
  const [value, setValue] = useState<string | null>(null)
  const approved = useApproved()
  const reveal = useAct(() => approved(t(`reveal-${field}`, { name: customer.displayName }), (approvalId) => call('customers/reveal', { id: customer.id, field, approvalId })).then((answer) => answer && setValue(answer.value)))
  useEffect(() => {
    if (value === null) return undefined
    const timer = window.setTimeout(() => setValue(null), shownMs)
    return () => window.clearTimeout(timer)
  }, [value])
  const rest = [region, expiresOn && t('until', { day: inWords(expiresOn) })].filter(Boolean).join(' · ')
  return (
    <div className={styles['masked']}>
      <span>
        <span className={styles['small']}><IconLock size={14} aria-hidden /> {t(field)}</span>
        {last4 !== '' && <span className="numbers">{value ?? `•••• ${last4}`}</span>}
        {rest !== '' && <span className={styles['small']}>{rest}</span>}
      </span>
      {last4 !== '' && (value === null
        ? <Button variant="subtle" leftSection={<IconEye size={18} aria-hidden />} loading={reveal.busy} aria-label={`${t('reveal')}: ${t(field)}`} onClick={() => void reveal.run()}>{t('reveal')}</Button>
        : <Button variant="subtle" onClick={() => setValue(null)}>{t('hide')}</Button>)}
    </div>
  )
}
