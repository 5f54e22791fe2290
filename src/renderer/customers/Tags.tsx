import { TagsInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../use-call.ts'
import { useForm } from './form-state.ts'

const mostTags = 50
const mostLetters = 60
const pauseMs = 150

/** Words to find and to filter by; those that were used before are offered. */
export function Tags() {
  const { t } = useTranslation('form')
  const { form, set } = useForm()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim().slice(0, mostLetters), pauseMs)
  const known = useAsk('customers/suggest-tags', { text }, ['customers-changed', 'customer-changed'], { keepLast: true }).data ?? []
  return (
    <TagsInput
      label={t('tags')} description={t('tags-how')} inputWrapperOrder={['label', 'input', 'description', 'error']} value={[...form.tags]} maxTags={mostTags} data={known} filter={({ options }) => options}
      searchValue={typed} onSearchChange={setTyped} onChange={(tags) => set({ tags: tags.map((tag) => tag.slice(0, mostLetters)) })} comboboxProps={{ zIndex: 330 }}
    />
  )
}
