import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer, Overwritten } from '../../main/customers/customer.ts'
import type { AttributeId, Json } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { useAct, useAsk } from '../use-call.ts'
import type { Changes } from './form-changes.ts'
import styles from './FormFrame.module.css'
import { useUpdate } from './use-update.ts'

type Props = { readonly customer: Customer; readonly overwritten: readonly Overwritten[]; readonly onDone: () => void }
const masked = new Set(['licence', 'medical'])

/** G11: another till changed the same field meanwhile. The last save won; what the other one was can still be taken. */
export function OverwrittenStrip({ customer, overwritten, onDone }: Props) {
  const { t } = useTranslation('form')
  const { time } = useFormat()
  const [left, setLeft] = useState(overwritten)
  const drop = (field: string) => {
    const rest = left.filter((each) => each.field !== field)
    setLeft(rest)
    if (rest.length === 0) onDone()
  }
  const attributes = useAsk('customers/attributes', {}, ['customers-changed'], { enabled: overwritten.some(({ field }) => field.startsWith(attributePrefix)) }).data
  const nameOf = (field: string): string => attributes?.find(({ id }) => field === `${attributePrefix}${id}`)?.name ?? t(`field-${field}`, { defaultValue: t(`record:${field}`, { defaultValue: field }) })
  const update = useUpdate(customer.displayName)
  const use = useAct(async ({ field, theirs }: Overwritten) => {
    const { version } = await call('customers/get', { id: customer.id })
    await update({ requestId: newRequestId(), id: customer.id, version, changes: changesFor(field, theirs), keepConsent: {}, consents: [] })
    drop(field)
  })
  return left.map((each) => (
    <div key={each.field} className={styles['strip']} role="status">
      <span>{t('overwritten', { field: nameOf(each.field), till: each.registerName, time: time(each.at), value: inWords(each.theirs) })}</span>
      {!masked.has(each.field) && <Button variant="default" onClick={() => void use.run(each)} loading={use.busy}>{t('use-that')}</Button>}
      <Button variant="default" onClick={() => drop(each.field)}>{t('keep-mine')}</Button>
    </div>
  ))
}

const attributePrefix = 'attribute:'
const changesFor = (field: string, theirs: Json): Changes =>
  (field.startsWith(attributePrefix) ? { attributes: [{ id: field.slice(attributePrefix.length) as AttributeId, value: typeof theirs === 'string' ? theirs : '' }] } : ({ [field]: field === 'phones' ? asTyped(theirs) : theirs } as Changes))

/** A stored number also carries how it is dialled; a form hands in what was typed. */
const asTyped = (phones: Json): Json => (Array.isArray(phones) ? phones.map((phone) => ({ typed: (phone as { typed: string }).typed, kind: (phone as { kind: string }).kind })) : [])

/** A value of any field as one line: the words in it, without its names. */
function inWords(value: Json): string {
  if (value === null || value === '') return '-'
  if (typeof value !== 'object') return String(value)
  const parts = Array.isArray(value) ? value : Object.entries(value).filter(([name]) => name !== 'kind').map(([, part]) => part as Json)
  return parts.map((part) => inWords(part as Json)).filter((part) => part !== '-').join(', ') || '-'
}
