import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../main/vocabulary.ts'

/** Each language calls itself by its own name, so that anyone finds theirs. */
export const languages: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }, { value: 'es', label: 'Español' },
]

/** Three languages, one tap. Whoever shows it says what a change does. */
export function LanguageSwitch({ onChange }: { readonly onChange: (language: Language) => void }) {
  const { t, i18n } = useTranslation('staff')
  return (
    <SegmentedControl
      aria-label={t('language')} value={i18n.language} data={[...languages]}
      onChange={(value) => onChange(value as Language)}
    />
  )
}
