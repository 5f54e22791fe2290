import { ActionIcon, Select, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck, IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './InPlace.module.css'

type Choice = { readonly value: string; readonly label: string }
type Props = {
  readonly label: string; readonly value: string; readonly shown?: ReactNode; readonly add: string
  readonly kind?: 'text' | 'tel' | 'email' | 'lines' | 'choice'; readonly choices?: readonly Choice[]; readonly most?: number
  /** What is wrong with what was typed, in a sentence; undefined when it may be saved. */
  readonly check?: (typed: string) => string | undefined
  /** What it will be saved as, said back while it is typed: a date in words. */
  readonly echo?: (typed: string) => string | undefined
  /** Why it cannot be changed here: then it is only shown. */
  readonly locked?: string | undefined
  /** Answers a sentence when main refused it. */
  readonly onSave: (typed: string) => Promise<string | undefined>
}

/** A value that is edited where it stands: a tap opens it, Enter or leaving saves, Escape puts it back. */
export function InPlace(props: Props) {
  const { label, value, shown, add } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    window.setTimeout(() => button.current?.focus(), 0)
  }
  if (props.locked !== undefined) {
    return (
      <div className={styles['view']} title={props.locked}>
        <span className={styles['label']}><IconLock size={14} aria-hidden /> {label}<span className="spoken-only">. {props.locked}</span></span>
        <span className={styles['value']}>{value === '' ? '-' : (shown ?? value)}</span>
      </div>
    )
  }
  if (open) return <div className={styles['edit']}>{props.kind === 'choice' ? <ChoiceEdit {...props} close={close} /> : <TextEdit {...props} close={close} />}</div>
  return (
    <UnstyledButton ref={button} className={styles['view']} onClick={() => setOpen(true)}>
      <span className={styles['label']}>{label}</span>
      {value === '' ? <span className={styles['empty']}>{add}</span> : <span className={styles['value']}>{shown ?? value}</span>}
    </UnstyledButton>
  )
}

/** What main shows in the place of what a role may not see: it is never edited, only replaced. */
const veil = '•••'
type Edit = Props & { readonly close: () => void }

function TextEdit({ label, value, kind = 'text', most = 200, check, echo, onSave, close }: Edit) {
  const { t } = useTranslation('ui')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const start = value.includes(veil) ? '' : value
  const [typed, setTyped] = useState(start)
  const [wrong, setWrong] = useState<string>()
  const saving = useRef(false)
  useEffect(() => (field.current?.focus(), field.current?.select()), [])
  const save = async () => {
    if (saving.current) return
    if (typed.trim() === start.trim()) return close()
    const problem = check?.(typed)
    if (problem !== undefined) return setWrong(problem)
    saving.current = true
    const refused = await onSave(typed.trim())
    saving.current = false
    return refused === undefined ? close() : setWrong(refused)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (kind !== 'lines' || event.ctrlKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = {
    ref: field, label, value: typed, maxLength: most, ...(start === value ? {} : { placeholder: value }), error: wrong, autoComplete: 'off', onKeyDown: press, onBlur: () => void save(),
    onChange: (event: { currentTarget: { value: string } }) => (setTyped(event.currentTarget.value), setWrong(undefined)),
    description: echo?.(typed), inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[], descriptionProps: { 'aria-live': 'polite' as const },
  }
  // Pressed before the field loses the focus, so that one press is one save.
  const tick = <ActionIcon variant="filled" aria-label={t('keep')} title={t('keep')} onMouseDown={(event) => event.preventDefault()} onClick={() => void save()}><IconCheck size={20} aria-hidden /></ActionIcon>
  return (
    <div className={styles['ticked']}>
      {kind === 'lines' ? <Textarea {...shared} autosize minRows={3} maxRows={10} /> : <TextInput {...shared} type={kind === 'choice' ? 'text' : kind} />}
      {tick}
    </div>
  )
}

const focusOn = (field: HTMLInputElement | null): void => field?.focus()

function ChoiceEdit({ label, value, choices = [], onSave, close }: Edit) {
  return (
    <Select
      label={label} data={choices} value={value} defaultDropdownOpened ref={focusOn} allowDeselect={false} comboboxProps={{ withinPortal: true }}
      onDropdownClose={close} onChange={(next) => void onSave(next ?? '').then(close)}
    />
  )
}
