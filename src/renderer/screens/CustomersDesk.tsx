import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands.ts'
import { EraseBar } from '../customers/erase/EraseBar.tsx'
import { ExportChip } from '../customers/export/ExportChip.tsx'
import { ExportDialog } from '../customers/export/ExportDialog.tsx'
import { usePlace } from '../navigation.ts'
import { useRights } from '../use-rights.ts'

/** What of the customers shows over every screen: who is being deleted, the file that is being made, and Export from the command box. */
export function CustomersDesk() {
  const { t } = useTranslation('erase')
  const { go } = usePlace()
  const right = useRights()
  const [exporting, setExporting] = useState(false)
  const mayExport = right('export-customers') === 'yes'
  useCommands([
    { name: 'export-customers', label: t('path-export'), when: mayExport, do: () => setExporting(true) },
    { name: 'deletions', label: t('path-deletions'), when: right('see-audit') !== 'no' || mayExport, do: () => go({ screen: 'office', page: 'deletions' }) },
  ])
  return (
    <>
      <EraseBar />
      {mayExport && <ExportChip />}
      {exporting && <ExportDialog filter={null} chosen={null} onClose={() => setExporting(false)} />}
    </>
  )
}
