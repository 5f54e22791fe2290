import { Textarea, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'

type Props = {
  readonly label: string; readonly value: string; readonly onSave: (value: string) => void
  /** Says what is wrong, or nothing. What is wrong is not saved. */
  readonly check?: (value: string) => string | undefined
  readonly disabled?: boolean; readonly most?: number; readonly lines?: number; readonly hideLabel?: boolean; readonly description?: string; readonly unit?: string
}

/** A text that is saved when it is left, or with Enter; Escape puts back what was saved. */
export function SavedText({ label, value, onSave, check, disabled = false, most = 200, lines = 1, hideLabel = false, description, unit }: Props) {
  const [typed, setTyped] = useState(value)
  const [saved, setSaved] = useState(value)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  if (saved !== value) {
    setSaved(value)
    setTyped(value)
  }
  const save = () => {
    const wrong = check?.(typed)
    setProblem(wrong)
    if (!wrong && typed.trim() !== value) onSave(typed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && lines === 1) save()
    if (event.key !== 'Escape' || typed === value) return
    event.stopPropagation()
    setTyped(value)
    setProblem(undefined)
  }
  const shared = {
    ...(hideLabel ? { 'aria-label': label } : { label }), ...(description ? { description } : {}), value: typed, maxLength: most, disabled, error: problem, onBlur: save, onKeyDown,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped(event.currentTarget.value),
  }
  return lines > 1 ? <Textarea {...shared} autosize minRows={lines} /> : <TextInput {...shared} rightSection={unit} />
}
