import { Button, Checkbox, Modal, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { usePlace } from '../navigation.ts'
import type { OutcomeOf } from '../scan-place.ts'
import { sayToast } from '../toasts.ts'
import { useDates } from '../ui/DateField.tsx'
import { useAct } from '../use-call.ts'
import styles from './Scan.module.css'
import { sayLicence } from './say-scan.ts'
import { fillFrom, type Field } from './fill-from-licence.ts'

type Asking = OutcomeOf<'licence-profile'>
type Props = { readonly asking: Asking; readonly onClose: () => void }

/** A licence scanned on a profile: what was empty is filled at once, with Undo; what differs is asked about; another person's licence changes nothing. */
export function LicenceOnProfile({ asking, onClose }: Props) {
  const { belongsTo, differs } = asking
  useFilling(asking, belongsTo === null, differs.length === 0 ? onClose : undefined)
  if (belongsTo !== null) return <SomeoneElse asking={asking} name={belongsTo.name} onClose={onClose} />
  return differs.length === 0 ? null : <Differs asking={asking} onClose={onClose} />
}

function useFilling(asking: Asking, may: boolean, done: (() => void) | undefined): void {
  const { t } = useTranslation('scan')
  const { short } = useDates()
  const begun = useRef(false)
  const notes = () => sayLicence(t, asking.licence, (date) => short(date as Parameters<typeof short>[0])).join(' ')
  const fill = useAct(async () => {
    const undo = asking.fills.length > 0 ? await fillFrom(asking, asking.fills) : undefined
    if (asking.fills.length === 0 && asking.differs.length > 0 && notes() === '') return
    const text = [t(asking.fills.length > 0 ? 'filled' : 'nothing-to-fill', { count: asking.fills.length }), notes()].join(' ').trim()
    sayToast({ tone: asking.licence.under !== null || asking.licence.expired ? 'note' : 'done', text, ...(undo ? { undo: () => void undo() } : {}) })
    done?.()
  })
  useEffect(() => {
    if (begun.current || !may) return
    begun.current = true
    void fill.run()
  }, [may, fill])
}

function SomeoneElse({ asking, name, onClose }: Props & { readonly name: string }) {
  const { t } = useTranslation('scan')
  const { go } = usePlace()
  const open = () => (onClose(), asking.belongsTo && go({ screen: 'customers', customerId: asking.belongsTo.id }))
  return (
    <Modal opened onClose={onClose} title={t('someone-else', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text role="alert">{t('someone-else-what', { name })}</Text>
      <div className={styles['feet']}>
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button onClick={open} data-autofocus>{t('open-person', { name })}</Button>
      </div>
    </Modal>
  )
}

function Differs({ asking, onClose }: Props) {
  const { t } = useTranslation('scan')
  const [chosen, choose] = useState<readonly Field[]>([])
  const replace = useAct(async () => {
    const { version } = await call('customers/get', { id: asking.customerId })
    const undo = await fillFrom({ ...asking, version }, chosen)
    sayToast({ tone: 'done', text: t('replaced', { count: chosen.length }), undo: () => void undo() })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t('differs')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['differs']} role="group" aria-label={t('differs')}>
        {asking.differs.map(({ field, now, card }) => (
          <Checkbox
            key={field} checked={chosen.includes(field)} label={t(`replace-${field}`, { card })} description={t('instead-of', { now })} size="md"
            onChange={(event) => choose(event.currentTarget.checked ? [...chosen, field] : chosen.filter((each) => each !== field))}
          />
        ))}
      </div>
      <div className={styles['feet']}>
        <Button variant="default" onClick={onClose} data-autofocus>{t('keep')}</Button>
        <Button onClick={() => void replace.run()} disabled={chosen.length === 0} loading={replace.busy}>{t('replace')}</Button>
      </div>
    </Modal>
  )
}

