import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraButton } from '../ui/CameraButton.tsx'
import styles from './FormFrame.module.css'
import { FormContext } from './form-state.ts'
import type { OpenForm } from './use-customer-form.ts'

type Props = {
  readonly title: string; readonly of?: string; readonly save: string; readonly busy: boolean; readonly open: OpenForm
  readonly onBack: () => void; readonly onSave: () => void; readonly children: ReactNode; readonly cancel?: boolean
}

/** What every customer form has: a way back at the top left, its one button at the top right, and fields between that Enter walks through. */
export function FormFrame({ title, of, save, busy, open, onBack, onSave, children, cancel = false }: Props) {
  const { t } = useTranslation('form')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.querySelector<HTMLElement>('input:not([type=checkbox]):not([type=radio]):not([type=file])')?.focus(), [])
  return (
    <FormContext value={open}>
      <section className={styles['frame']} aria-label={of ? `${title}: ${of}` : title}>
        <header className={styles['head']}>
          <ActionIcon color="gray" aria-label={t('back')} onClick={onBack}><IconArrowLeft size={24} aria-hidden /></ActionIcon>
          <h2 className={`${styles['title']} cut`}>{title}{of && <small>{of}</small>}</h2>
          <CameraButton />
          {cancel && <Button variant="default" onClick={onBack}>{t('cancel')}</Button>}
          <Button leftSection={<IconDeviceFloppy size={20} aria-hidden />} onClick={onSave} loading={busy} title={`${save} (Ctrl+S)`}>{save}</Button>
        </header>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter moves on to the next field, wherever it is pressed */}
        <div ref={body} className={styles['body']} onKeyDown={(event) => nextField(event, body.current)}>{children}</div>
      </section>
    </FormContext>
  )
}

/** Enter goes to the next field and never saves by itself: a scanner ends with Enter. */
function nextField(event: KeyboardEvent, body: HTMLElement | null): void {
  const { target } = event
  if (event.key !== 'Enter' || event.defaultPrevented || !(target instanceof HTMLInputElement) || target.getAttribute('aria-haspopup') === 'listbox' || target.closest('.mantine-TagsInput-root')) return
  event.preventDefault()
  const fields = [...(body?.querySelectorAll<HTMLElement>('input:not([disabled]):not([type=hidden]), textarea') ?? [])].filter((field) => field.offsetParent !== null)
  fields[fields.indexOf(target) + 1]?.focus()
}

/** Puts the cursor into the first field that cannot be saved as typed. */
export function focusField(path: string): void {
  window.setTimeout(() => {
    const field = document.querySelector(`input[data-field="${path}"], [data-field="${path}"] input, [data-field="${path}"]`)
    if (field instanceof HTMLElement) field.focus()
  }, 30)
}
