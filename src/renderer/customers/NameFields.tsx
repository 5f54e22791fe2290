import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../use-call.ts'
import { CatalogLock, useLocked } from './CatalogLock.tsx'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

const pauseMs = 120
/** Of a first or a last name; what an import brought may be longer, and stays. */
const mostLetters = 64

/** The register's one field; how it will be stored is shown as it is typed, and can be put right on the General tab (C6). */
export function FullName() {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  const locked = useLocked()
  const [text] = useDebouncedValue(form.fullName.trim(), pauseMs)
  const parts = useAsk('customers/split-name', { text, language: form.language }, [], { enabled: text !== '', keepLast: true }).data
  const stored = form.partsCorrected ? form : parts
  const preview = form.fullName.trim() === '' || !stored ? '' : [[stored.firstName, 'first'], [stored.lastName, 'last'], [stored.nickname, 'nick']].filter(([name]) => name).map(([name, word]) => t(`split-${word}`, { name })).join(', ')
  return (
    <TextInput
      data-field="name" readOnly={locked} label={t('fullName')} value={form.fullName} maxLength={400} autoComplete="off" spellCheck={false} data-autofocus required withAsterisk={false} error={errorOf('name')}
      onChange={(event) => set({ fullName: event.currentTarget.value, partsCorrected: false })} onBlur={() => leave('name')}
      description={preview === '' ? undefined : preview} inputWrapperOrder={['label', 'input', 'description', 'error']} descriptionProps={{ 'aria-live': 'polite' }}
    />
  )
}

/** First and last name, as stored. Correcting one by hand overrules the split. */
export function Names() {
  const { t } = useTranslation('form')
  const { form, set, errorOf, leave } = useForm()
  const locked = useLocked()
  const correct = (change: { firstName?: string; lastName?: string }) => set((now) => {
    const next = { ...now, ...change, partsCorrected: true }
    return { ...next, fullName: [next.firstName, next.lastName].filter(Boolean).join(' ') || next.nickname }
  })
  return (
    <div className={styles['pair']}>
      {locked && <div className={styles['whole']}><CatalogLock /></div>}
      <TextInput data-field={form.type === 'personal' ? 'name' : undefined} readOnly={locked} label={t(form.type === 'personal' ? 'firstName' : 'record:contact-first')} value={form.firstName} maxLength={mostLetters} autoComplete="off" error={form.type === 'personal' ? errorOf('name') : undefined} onChange={(event) => correct({ firstName: event.currentTarget.value })} onBlur={() => leave('name')} />
      <TextInput data-field={form.type === 'personal' ? 'lastName' : undefined} error={form.type === 'personal' ? errorOf('lastName') : undefined} onBlur={() => leave('lastName')} readOnly={locked} label={t(form.type === 'personal' ? 'lastName' : 'record:contact-last')} value={form.lastName} maxLength={mostLetters} autoComplete="off" onChange={(event) => correct({ lastName: event.currentTarget.value })} />
    </div>
  )
}
