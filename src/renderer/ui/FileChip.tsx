import { ActionIcon, Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconFileDownload, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallFailed } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayFailure } from '../words.ts'
import styles from './FileChip.module.css'

/** A file main has made: its name, what is in it, and what kind of file it is. */
export type MadeFile = { readonly name: string; readonly parts: readonly BlobPart[]; readonly type: string }
/** What a file in the making may say of itself, and whether anybody still wants it. */
export type Making = { readonly heard: (said: string) => void; readonly signal: AbortSignal }
type State = { readonly kind: 'making'; readonly name: string; readonly said: string | null } | { readonly kind: 'ready'; readonly file: MadeFile; readonly bytes: number } | { readonly kind: 'failed'; readonly failure: CallFailed }
type Make = { readonly name: string; readonly make: (making: Making) => Promise<MadeFile> }
const forgetMs = 60_000

/** Makes files one after the other and shows the newest in a chip at the bottom left, where it can be saved again; a failed one turns red and is tried again. Closed while it is made, it is given up. */
export function useFileChip() {
  const [state, setState] = useState<State | null>(null)
  const [last, setLast] = useState<Make | null>(null)
  const making = useRef<AbortController | null>(null)
  const run = async (wanted: Make): Promise<boolean> => {
    const own = new AbortController()
    making.current = own
    setLast(wanted)
    setState({ kind: 'making', name: wanted.name, said: null })
    try {
      const file = await wanted.make({ heard: (said) => own.signal.aborted || setState({ kind: 'making', name: wanted.name, said }), signal: own.signal })
      if (own.signal.aborted) return false
      setState({ kind: 'ready', file, bytes: new Blob([...file.parts]).size })
      saveFile(file)
      return true
    } catch (error) {
      if (own.signal.aborted) return false
      setState({ kind: 'failed', failure: error instanceof CallFailed ? error : new CallFailed('bug', {}) })
      return false
    }
  }
  const chip = state && <FileChip state={state} retry={() => last && void run(last)} onClose={() => (making.current?.abort(), setState(null))} />
  return { run, chip, busy: state?.kind === 'making' }
}

function FileChip({ state, retry, onClose }: { readonly state: State; readonly retry: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('ui')
  const size = useSize()
  const failed = state.kind === 'failed'
  return (
    <div className={styles['chip']} role={failed ? 'alert' : 'status'} data-failed={failed} data-file-chip>
      {state.kind === 'making' && <><Loader size={20} /><span className={styles['name']}>{state.name}</span><span className={styles['size']}>{state.said ?? t('file-making')}</span></>}
      {failed && <><IconAlertTriangle size={20} aria-hidden /><span>{sayFailure(state.failure)}</span><Button variant="subtle" color="red.8" onClick={retry}>{t('retry')}</Button></>}
      {state.kind === 'ready' && (
        <Button variant="subtle" px="xs" leftSection={<IconFileDownload size={20} aria-hidden />} onClick={() => saveFile(state.file)} aria-label={t('file-save', { name: state.file.name })}>
          <span className={styles['name']}>{state.file.name}</span><span className={styles['size']}>{size(state.bytes)}</span>
        </Button>
      )}
      <ActionIcon color="gray" aria-label={t('close')} onClick={onClose}><IconX size={20} aria-hidden /></ActionIcon>
    </div>
  )
}

const bytesPerKb = 1024
/** A size in kilobytes or megabytes, as the screen says it. */
export function useSize(): (bytes: number) => string {
  const { locale } = useFormat()
  return (bytes) => {
    const large = bytes >= bytesPerKb * bytesPerKb
    const unit = large ? 'megabyte' : 'kilobyte'
    return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / (large ? bytesPerKb * bytesPerKb : bytesPerKb))
  }
}

/** Hands the person the file, as their browser does with any download. */
export function saveFile({ name, parts, type }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), forgetMs)
}

/** A file that came as base64. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
