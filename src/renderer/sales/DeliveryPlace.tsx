import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryChoices } from '../../main/flows/delivery-on-sale.ts'
import type { Place } from '../../main/sales/delivery.ts'
import type { DeliveryDraft } from './delivery-form.ts'
import styles from './Dialogs.module.css'
import type { DeliveryForm } from './use-delivery.ts'

type Props = { readonly form: DeliveryForm; readonly choices: DeliveryChoices }

/** Where to: what was planned, an address of the customer, or one typed for this sale, which goes into nobody's record. */
export function DeliveryPlace({ form, choices: { planned, addresses } }: Props) {
  const { t } = useTranslation('delivery')
  const { draft } = form
  const isPlanned = planned !== null && planned.address.length > 0
  const alone = !isPlanned && addresses.length === 0
  return (
    <>
      {!alone && (
        <div className={styles['choices']} role="radiogroup" aria-label={t('where-to')}>
          {isPlanned && <Choice form={form} to="kept"><Lines lines={planned.address} lacksNumber={planned.lacksNumber} label={t('as-planned')} /></Choice>}
          {addresses.map(({ at, label, lines, lacksNumber }) => (
            <Choice key={at} form={form} to={at}><Lines lines={lines} lacksNumber={lacksNumber} label={label && t(`record:label-${label.toLowerCase()}`, { defaultValue: label })} /></Choice>
          ))}
          <Choice form={form} to="typed"><span>{t('another-address')}</span></Choice>
        </div>
      )}
      {draft.to === 'typed' && <Typed form={form} />}
    </>
  )
}

function Choice({ form: { draft, change }, to, children }: { readonly form: DeliveryForm; readonly to: DeliveryDraft['to']; readonly children: ReactNode }) {
  return (
    <label className={styles['choice']}>
      <input type="radio" name="where-to" checked={draft.to === to} onChange={() => change({ to })} />
      {children}
    </label>
  )
}

type LinesProps = { readonly lines: readonly string[]; readonly lacksNumber: boolean; readonly label: string }
/** A street without a number is said before the driver stands in it; nobody is stopped. */
function Lines({ lines, lacksNumber, label }: LinesProps) {
  const { t } = useTranslation('delivery')
  return (
    <>
      <span>{lines.join(', ')}{lacksNumber && <span className={styles['doubt']}>{t('no-number')}</span>}</span>
      {label !== '' && <small>{label}</small>}
    </>
  )
}

function Typed({ form: { draft, change, errorOf } }: { readonly form: DeliveryForm }) {
  const { t } = useTranslation('form')
  const put = (part: Partial<Place>) => change({ place: { ...draft.place, ...part } })
  const { address1, address2, city, region, postcode } = draft.place
  return (
    <>
      <div className={styles['halves']}>
        <TextInput label={t('address1')} data-delivery="address1" value={address1} maxLength={300} autoComplete="off" error={errorOf('address1')} onChange={(event) => put({ address1: event.currentTarget.value })} />
        <TextInput label={t('address2')} value={address2} maxLength={300} autoComplete="off" onChange={(event) => put({ address2: event.currentTarget.value })} />
      </div>
      <div className={styles['thirds']}>
        <TextInput label={t('city')} value={city} maxLength={120} autoComplete="off" onChange={(event) => put({ city: event.currentTarget.value })} />
        <TextInput label={t('record:region')} value={region} maxLength={120} autoComplete="off" onChange={(event) => put({ region: event.currentTarget.value })} />
        <TextInput label={t('postcode')} value={postcode} maxLength={40} autoComplete="off" onChange={(event) => put({ postcode: event.currentTarget.value })} />
      </div>
    </>
  )
}
