import { Button, Radio } from '@mantine/core'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportSource } from '../../../main/customers/import.ts'
import { call } from '../../bridge.ts'
import { useHere } from '../../here.ts'
import { sayToast } from '../../toasts.ts'
import { saveFile } from '../../ui/FileChip.tsx'
import { useAct } from '../../use-call.ts'
import styles from './Import.module.css'
import { isContactsFile } from './use-upload.ts'

/** Where an import begins: drop a file or choose one. Nothing else happens before the list is shown. */
export function StartPanel({ onFile }: { readonly onFile: (file: File, source: ImportSource) => void }) {
  const { t } = useTranslation('import')
  const [source, setSource] = useState<ImportSource>('import')
  const field = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    if (!file) return
    if (isContactsFile(file.name)) onFile(file, source)
    else sayToast({ tone: 'error', text: t('not-contacts', { name: file.name }) })
  }
  const { over, hold, let: letGo, drop } = useDrop(take)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is the second way; the button is the first
    <div className={styles['drop']} data-over={over} onDragOver={hold} onDragLeave={letGo} onDrop={drop}>
      <IconFileImport size={48} stroke={1.5} color="var(--accent)" aria-hidden />
      <p className={styles['lead']}>{over ? t('drop-now') : t('drop')}</p>
      <SourceChoice source={source} onChange={setSource} />
      <Button size="lg" onClick={() => field.current?.click()}>{t('choose-file')}</Button>
      <input
        ref={field} type="file" accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv" hidden aria-label={t('choose-file')}
        onChange={(event) => (take(event.currentTarget.files?.[0]), void (event.currentTarget.value = ''))}
      />
      <p className="muted">{t('kinds')}</p>
      <p className="muted">{t('nothing-yet')}</p>
      <p className="muted">{t('from-elsewhere')}</p>
      <Template />
    </div>
  )
}

/** Whose people they are. Who signed up in the catalog keeps a code of its own, and their names and numbers stay as they gave them there. */
function SourceChoice({ source, onChange }: { readonly source: ImportSource; readonly onChange: (source: ImportSource) => void }) {
  const { t } = useTranslation('import')
  return (
    <Radio.Group className={styles['whose'] ?? ''} label={t('whose')} description={source === 'catalog' ? t('whose-catalog-note') : undefined} inputWrapperOrder={['label', 'input', 'description']} value={source} onChange={(value) => onChange(value === 'catalog' ? 'catalog' : 'import')}>
      <div className={styles['whoseChoices']}><Radio className={styles['whoseChoice'] ?? ''} value="import" label={t('whose-import')} /><Radio className={styles['whoseChoice'] ?? ''} value="catalog" label={t('whose-catalog')} /></div>
    </Radio.Group>
  )
}

/** An empty CSV file with every column there is. */
function Template() {
  const { t } = useTranslation('import')
  const { session } = useHere()
  const download = useAct(async () => {
    const { csv, fileName } = await call('imports/template', { language: session.language })
    saveFile({ name: fileName, parts: [csv], type: 'text/csv;charset=utf-8' })
  })
  return <Button variant="subtle" leftSection={<IconDownload size={20} aria-hidden />} loading={download.busy} onClick={() => void download.run()}>{t('template')}</Button>
}

function useDrop(take: (file: File | undefined) => void) {
  const [over, setOver] = useState(false)
  return {
    over,
    hold: (event: DragEvent) => (event.preventDefault(), setOver(true)),
    let: () => setOver(false),
    drop: (event: DragEvent) => (event.preventDefault(), setOver(false), take(event.dataTransfer.files[0])),
  }
}
