import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { HowGiven } from '../ui/HowGiven.tsx'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'
import { useNewsletterHint } from './TermsFields.tsx'

/** Newsletter Subscribe: e-mail and marketing, nothing else. A yes says how it was given before it can be saved. */
export function Newsletter() {
  const { t } = useTranslation('record')
  const { form, before, set, errorOf } = useForm()
  const hint = useNewsletterHint()
  const { newsletter } = form
  const change = (part: Partial<typeof newsletter>) => set({ newsletter: { ...newsletter, ...part } })
  const error = errorOf('given')
  return (
    <div data-field="given" tabIndex={-1}>
      <div className={styles['plainSwitch']}><Switch label={t('newsletter')} description={hint} checked={newsletter.on} disabled={!newsletter.on && form.emails.every(({ address }) => address.trim() === '')} onChange={(event) => change({ on: event.currentTarget.checked })} /></div>
      {newsletter.on && !before.newsletter.on && <HowGiven given={newsletter.given} note={newsletter.note} onGiven={(given) => change({ given })} onNote={(note) => change({ note })} />}
      {error && <p className={styles['error']} role="alert">{error}</p>}
    </div>
  )
}
