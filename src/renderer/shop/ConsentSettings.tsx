import { useTranslation } from 'react-i18next'
import { Section } from '../ui/Page.tsx'
import { SavedText } from '../ui/SavedText.tsx'
import styles from './Shop.module.css'
import type { ShopChange } from './use-shop-change.ts'

const languages = ['en', 'fr', 'es'] as const

/** The sentence the cashier reads out when asking to send messages, in each language a customer may speak. */
export function ConsentSettings({ change: { shop, mayEdit, change } }: { readonly change: ShopChange }) {
  const { t, i18n } = useTranslation('shop')
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
  return (
    <Section title={t('consent')} note={t('consent-why')}>
      {(['smsWording', 'emailWording'] as const).map((field) => (
        <div key={field} className={styles['list']}>
          {languages.map((language) => (
            <SavedText
              key={language} label={t(field, { language: names.of(language) })} value={shop[field][language]} most={500} lines={2} disabled={!mayEdit}
              onSave={(words) => change({ [field]: { ...shop[field], [language]: words } })}
            />
          ))}
        </div>
      ))}
    </Section>
  )
}
