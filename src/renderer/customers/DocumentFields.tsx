import { Button, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../here.ts'
import { DateField } from '../ui/DateField.tsx'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

/** What is on file is shown as its last four and stays unless another number is typed. */
const onFile = (last4: string | undefined, gone: boolean): string | undefined => (last4 && !gone ? `•••• ${last4}` : undefined)

export function Licence() {
  const { t } = useTranslation('form')
  const { form, set, customer, errorOf, leave } = useForm()
  const { shop } = useHere()
  const kept = onFile(customer?.licence?.last4, form.licenceGone)
  return (
    <fieldset className={styles['box']}>
      <legend><IconLock size={16} aria-hidden /> {t('licence')}</legend>
      <div className={styles['triple']}>
        <TextInput data-field="licence.number" label={t('licenceNumber')} value={form.licenceNumber} placeholder={kept} maxLength={60} autoComplete="off" spellCheck={false} description={kept ? t('stays-on-file') : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} error={errorOf('licence.number')} onChange={(event) => set({ licenceNumber: event.currentTarget.value })} />
        <TextInput label={t('licenceRegion')} value={form.licenceRegion} maxLength={80} autoComplete="off" placeholder={shop.region} onChange={(event) => set({ licenceRegion: event.currentTarget.value })} />
        <div data-field="licence.expiresOn"><DateField kind="expiry" label={t('licenceExpires')} value={form.licenceExpires} onChange={(licenceExpires) => set({ licenceExpires })} error={errorOf('licence.expiresOn')} onBlur={() => leave('licence.expiresOn')} /></div>
      </div>
      {kept && <Button variant="subtle" size="md" style={{ alignSelf: 'start' }} onClick={() => set({ licenceGone: true, licenceNumber: '', licenceRegion: '', licenceExpires: '' })}>{t('take-off-file')}</Button>}
    </fieldset>
  )
}

/** Only in a medical shop. */
export function Medical() {
  const { t } = useTranslation('form')
  const { form, set, customer, errorOf, leave } = useForm()
  const kept = onFile(customer?.medical?.last4, form.medicalGone)
  return (
    <fieldset className={styles['box']}>
      <legend><IconLock size={16} aria-hidden /> {t('medical')}</legend>
      <div className={styles['pair']}>
        <TextInput data-field="medical.number" label={t('medicalNumber')} value={form.medicalNumber} placeholder={kept} maxLength={60} autoComplete="off" spellCheck={false} error={errorOf('medical.number')} onChange={(event) => set({ medicalNumber: event.currentTarget.value })} onBlur={() => leave('medical.number')} />
        <div data-field="medical.expiresOn"><DateField kind="expiry" label={t('medicalExpires')} value={form.medicalExpires} onChange={(medicalExpires) => set({ medicalExpires })} error={errorOf('medical.expiresOn')} onBlur={() => leave('medical.expiresOn')} /></div>
      </div>
    </fieldset>
  )
}
