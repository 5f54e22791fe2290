import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../main/vocabulary.ts'
import { ChoiceField, SwitchField } from './fields.tsx'
import { useForm } from './form.ts'
import styles from './Program.module.css'

const joinings = ['asked', 'automatic'] as const
const languages = ['en', 'fr', 'es'] as const satisfies readonly Language[]
const noWords = { en: { one: '', many: '' }, fr: { one: '', many: '' }, es: { one: '', many: '' } }

/** Is there a programme at all, who joins it, and what the shop calls a point. */
export function BasicsSection() {
  const { t } = useTranslation('program')
  const { rules, set, disabled } = useForm()
  const words = rules.words ?? noWords
  const name = (language: Language, count: 'one' | 'many', typed: string) => {
    const next = { ...words, [language]: { ...words[language], [count]: typed } }
    const empty = languages.every((each) => next[each].one.trim() === '' && next[each].many.trim() === '')
    set({ ...rules, words: empty ? null : next })
  }
  return (
    <div className={styles['section']}>
      <SwitchField label={t('on')} description={t('on-why')} value={rules.on} onValue={(on) => set({ ...rules, on })} />
      <TextInput label={t('program-name')} description={t('program-name-why')} value={rules.name} maxLength={60} disabled={disabled} onChange={(event) => set({ ...rules, name: event.currentTarget.value })} />
      <ChoiceField label={t('joining')} value={rules.joining} choices={joinings.map((value) => ({ value, label: t(`joining-${value}`) }))} onValue={(joining) => set({ ...rules, joining })} note={t(`joining-${rules.joining}-why`)} />
      <div>
        <p className={styles['label']}>{t('own-word')}</p>
        <p className={styles['note']}>{t('own-word-why')}</p>
      </div>
      {languages.map((language) => (
        <div key={language} className={styles['two']}>
          {(['one', 'many'] as const).map((count) => <TextInput key={count} label={t(`word-${count}`, { language: new Intl.DisplayNames([language], { type: 'language' }).of(language) })} lang={language} value={words[language][count]} maxLength={24} disabled={disabled} onChange={(event) => name(language, count, event.currentTarget.value)} />)}
        </div>
      ))}
    </div>
  )
}
