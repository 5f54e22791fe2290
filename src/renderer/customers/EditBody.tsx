import { Switch, Tabs } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../main/customers/customer.ts'
import { DraftStrip } from './DraftStrip.tsx'
import { Fields } from './Fields.tsx'
import styles from './FormFrame.module.css'
import { tabNames, type TabName } from './form-layout.ts'
import type { FormSlots } from './form-slots.ts'
import { UnderAge } from './UnderAge.tsx'
import { VeiledNote } from './VeiledNote.tsx'
import type { OpenForm } from './use-customer-form.ts'
import type { EditView } from './use-edit-layout.ts'
import type { useKeptDraft } from './use-kept-draft.ts'

type Slotted = { readonly customer: Customer | null; readonly slots?: FormSlots | undefined }
type Props = Slotted & { readonly open: OpenForm; readonly view: EditView; readonly draft: ReturnType<typeof useKeptDraft> }

/** The short form, the switch, and the tabs behind it. Switching off hides, and never empties. */
export function EditBody({ open, view, draft, customer, slots }: Props) {
  const { t } = useTranslation('form')
  const { layout, details, setDetails, surface } = view
  return (
    <>
      {draft.kept && !open.dirty && <DraftStrip at={draft.kept.at} onRestore={() => (draft.kept && open.set(draft.kept.form), draft.forget())} onDiscard={() => void draft.drop()} />}
      {customer && <VeiledNote />}
      <UnderAge birthDate={open.form.birthDate} />
      {layout.top.length > 0 && <Fields names={layout.top} />}
      {surface === 'register' && <div className={styles['switches']}><span><Switch label={t('customer-details')} checked={details} onChange={(event) => setDetails(event.currentTarget.checked)} /></span></div>}
      {layout.more.length > 0 && <Fields names={layout.more} />}
      {layout.tabs && <FormTabs view={view} customer={customer} slots={slots} />}
    </>
  )
}

function FormTabs({ view, customer, slots }: Slotted & { readonly view: EditView }) {
  const { t } = useTranslation('form')
  const { layout, tab, setTab, counts } = view
  const tabs = useInSight(tab)
  return (
    <Tabs ref={tabs} value={tab} onChange={(name) => setTab(name as TabName)} styles={{ tab: { minHeight: 44 } }}>
      <Tabs.List>
        {tabNames.map((name) => (
          <Tabs.Tab key={name} value={name} {...(counts[name] > 0 ? { 'aria-label': t('tab-errors', { tab: t(name), count: counts[name] }) } : {})}>
            {t(name)}{counts[name] > 0 && <span className={styles['count']} data-count={counts[name]} aria-hidden />}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabNames.map((name) => <Tabs.Panel key={name} value={name} pt="sm"><Fields names={layout.tabs?.[name] ?? []} />{customer && slots?.[name] && <div className={styles['slot']}>{slots[name](customer)}</div>}</Tabs.Panel>)}
    </Tabs>
  )
}

/** A tab that was chosen by its key is brought into sight; the first one, as the form opens, is not. */
function useInSight(tab: TabName) {
  const tabs = useRef<HTMLDivElement>(null)
  const shown = useRef(tab)
  useEffect(() => {
    if (shown.current !== tab) tabs.current?.scrollIntoView({ block: 'start' })
    shown.current = tab
  }, [tab])
  return tabs
}
