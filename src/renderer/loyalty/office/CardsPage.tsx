import { Button, Menu } from '@mantine/core'
import { IconFileExport, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { useCommands } from '../../commands.ts'
import { useFileChip } from '../../ui/FileChip.tsx'
import { Locked, Page, Section } from '../../ui/Page.tsx'
import { useRights } from '../../use-rights.ts'
import { CardTable, type CardFilter } from './CardTable.tsx'
import { Generator } from './Generator.tsx'
import { LastBatch } from './LastBatch.tsx'
import { PrintDialog, type ToPrint } from './PrintDialog.tsx'

/** Finds a customer; the customers room brings it. */
export type Picker = (onPick: (customerId: CustomerId) => void, onClose: () => void) => ReactNode
const exports = ['latest', 'unassigned', 'all'] as const satisfies readonly Input<'loyalty/export-cards'>['which'][]

/** Codes for loyalty cards: made in batches, exported, printed, handed out, blocked and replaced. */
export function CardsPage({ picker }: { readonly picker: Picker }) {
  const { t } = useTranslation('cards')
  const mayMake = useRights()('make-cards') === 'yes'
  const [filter, setFilter] = useState<CardFilter>('all')
  const [printing, print] = useState<ToPrint | null>(null)
  const file = useFileChip()
  useCommands([{ name: 'print-cards', label: t('print'), key: 'Ctrl+P', when: mayMake && printing === null, do: () => print({ which: 'latest' }) }])
  const exported = (which: (typeof exports)[number]) => void file.run({ name: t(`export-${which}`), make: async () => {
    const { csv, fileName } = await call('loyalty/export-cards', { which })
    return { name: fileName, parts: ['\uFEFF', csv], type: 'text/csv;charset=utf-8' }
  } })
  return (
    <Page title={t('generator')} wide actions={(
      <div style={{ display: 'flex', gap: 8 }}>
        <Menu position="bottom-end" width={240}>
          <Menu.Target><Button variant="default" disabled={!mayMake} loading={file.busy} leftSection={<IconFileExport size={20} aria-hidden />}>{t('export')}</Button></Menu.Target>
          <Menu.Dropdown>{exports.map((which) => <Menu.Item key={which} mih={44} onClick={() => exported(which)}>{t(`export-${which}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
        <Button variant="default" disabled={!mayMake} title="Ctrl+P" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => print({ which: 'latest' })}>{t('print')}</Button>
      </div>
    )}>
      {!mayMake && <Locked sentence={t('managers-only')} />}
      <Section>
        <Generator disabled={!mayMake} onMade={() => setFilter('latest')} />
        <LastBatch />
      </Section>
      <CardTable filter={filter} onFilter={setFilter} picker={picker} mayPrint={mayMake} onPrint={(code) => print({ codes: [code] })} />
      {printing && <PrintDialog asked={printing} file={file.run} onClose={() => print(null)} />}
      {file.chip}
    </Page>
  )
}
