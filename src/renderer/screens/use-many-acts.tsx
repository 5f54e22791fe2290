import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListFilter } from '../../main/customers/list-filter.ts'
import type { BulkActs } from '../customers/list/BulkBar.tsx'
import type { Chosen } from '../customers/list/CustomerList.tsx'
import { DeleteMany } from '../customers/erase/DeleteMany.tsx'
import { ExportDialog } from '../customers/export/ExportDialog.tsx'
import { useRights } from '../use-rights.ts'

type Open = { readonly kind: 'delete'; readonly chosen: Chosen } | { readonly kind: 'export'; readonly filter: ListFilter; readonly chosen: Chosen | null } | null

/** Deleting and exporting many from the Customer List, with their dialogs; a right that is missing leaves the control in sight, locked. */
export function useManyActs() {
  const { t } = useTranslation('list')
  const right = useRights()
  const [opened, open] = useState<Open>(null)
  const close = () => open(null)
  const may = { delete: right('delete-customers') !== 'no', export: right('export-customers') === 'yes' }
  const acts = (chosen: Chosen): BulkActs => ({ delete: { ...(may.delete ? {} : { locked: t('needs-manager') }), do: () => open({ kind: 'delete', chosen }) } })
  const onExport = may.export ? (filter: ListFilter, chosen: Chosen | null) => open({ kind: 'export', filter, chosen }) : null
  const dialogs = (
    <>
      {opened?.kind === 'delete' && <DeleteMany selection={opened.chosen.selection} count={opened.chosen.count} onClose={close} onDone={opened.chosen.clear} />}
      {opened?.kind === 'export' && <ExportDialog filter={opened.filter} chosen={opened.chosen} onClose={close} />}
    </>
  )
  return { acts, onExport, dialogs }
}
