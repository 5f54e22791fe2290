import { ActionIcon, Anchor, Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconExternalLink, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttributeDefinition } from '../../main/customers/attributes.ts'
import type { PlainDate } from '../../main/vocabulary.ts'
import { DayField } from '../ui/DayField.tsx'
import { useAsk } from '../use-call.ts'
import { AddAttribute } from './AddAttribute.tsx'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

/** The shop's own attributes, each by its kind, and what is kept of this person alone. */
export function AttributeFields() {
  const { t } = useTranslation('record')
  const { form } = useForm()
  const [adding, setAdding] = useState(false)
  const definitions = useAsk('customers/attributes', {}, ['customers-changed', 'session-changed']).data?.filter(({ active }) => active) ?? []
  return (
    <section className={styles['rows']} aria-labelledby="attributes-head">
      <h3 id="attributes-head" className={styles['head']}>{t('attributes')}</h3>
      {definitions.length > 0 && <div className={styles['pair']}>{definitions.map((definition) => <AttributeField key={definition.id} definition={definition} />)}</div>}
      {form.extras.map((_extra, at) => <OwnField key={at} at={at} />)}
      <Button variant="default" className={styles['add'] ?? ''} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>{t('add-attribute')}</Button>
      {adding && <AddAttribute onClose={() => setAdding(false)} />}
    </section>
  )
}

/** One value in the field that fits its kind; main reads it, and says what does not fit. */
function AttributeField({ definition: { id, name, kind, choices } }: { readonly definition: AttributeDefinition }) {
  const { t } = useTranslation('record')
  const { form, set, errorOf } = useForm()
  const value = form.attributes[id] ?? ''
  const path = `attributes.${id}`
  const put = (next: string) => set((now) => ({ ...now, attributes: { ...now.attributes, [id]: next } }))
  const shared = { 'data-field': path, label: name, error: errorOf(path) }
  if (kind === 'yes-no' || kind === 'list') {
    const words = kind === 'yes-no' ? [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] : choices.map((choice) => ({ value: choice, label: choice }))
    return <Select {...shared} allowDeselect={false} data={[{ value: '', label: t('not-known') }, ...words]} value={value} onChange={(next) => put(next ?? '')} />
  }
  if (kind === 'date') return <div data-field={path}><DayField label={name} optional value={value === '' ? null : (value as PlainDate)} error={errorOf(path)} onValue={(day) => put(day ?? '')} /></div>
  if (kind === 'long-text') return <Textarea {...shared} autosize minRows={2} maxRows={6} maxLength={4000} value={value} onChange={(event) => put(event.currentTarget.value)} />
  const open = kind === 'link' && /^https?:/.test(value) ? <Anchor href={value} target="_blank" rel="noopener noreferrer" aria-label={t('open-link', { name })}><IconExternalLink size={18} aria-hidden /></Anchor> : undefined
  return <TextInput {...shared} inputMode={kind === 'number' ? 'decimal' : kind === 'link' ? 'url' : 'text'} maxLength={kind === 'number' ? 30 : 300} autoComplete="off" value={value} rightSection={open} onChange={(event) => put(event.currentTarget.value)} />
}

/** What stands on this person alone: brought by an import, or added by hand. */
function OwnField({ at }: { readonly at: number }) {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  const { name = '', value = '' } = form.extras[at] ?? {}
  return (
    <div className={styles['contactRow']}>
      <div className={styles['grow']}><TextInput label={name} value={value} maxLength={4000} autoComplete="off" onChange={(event) => set({ extras: form.extras.map((extra, index) => (index === at ? { name, value: event.currentTarget.value } : extra)) })} /></div>
      <ActionIcon color="gray" aria-label={t('form:remove-field', { field: name })} onClick={() => set({ extras: form.extras.filter((_extra, index) => index !== at) })}><IconTrash size={20} aria-hidden /></ActionIcon>
    </div>
  )
}
