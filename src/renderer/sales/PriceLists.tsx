import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceList } from '../../main/sales/item.ts'
import type { PriceListId, Ppm } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useAct, useAsk } from '../use-call.ts'
import styles from './Dialogs.module.css'
import { readPercent } from '../ui/keypad.ts'

/** Price lists that a customer group or type may buy at: a name, and what comes off where an item has no price of its own. */
export function PriceLists({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('items')
  const { data = [] } = useAsk('items/price-lists', null, ['items-changed'], { keepLast: true })
  return (
    <Modal opened onClose={onClose} title={t('price-lists')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <p className="muted" style={{ margin: 0 }}>{t('price-lists-what')}</p>
      {data.map((list, at) => <Row key={list.id} list={list} position={at} />)}
      <Row key={`new-${data.length}`} list={null} position={data.length} />
    </Modal>
  )
}

function Row({ list, position }: { readonly list: PriceList | null; readonly position: number }) {
  const { t } = useTranslation('items')
  const before = { name: list?.name ?? '', percent: list && list.discountPpm > 0 ? String(list.discountPpm / 10_000) : '' }
  const [draft, setDraft] = useState(before)
  const percent = draft.percent.replace(',', '.')
  const ppm = percent === '' || percent === '0' ? 0 : readPercent(percent)
  const saving = useAct((id: PriceListId | null, name: string, discountPpm: Ppm) =>
    call('items/save-price-list', { requestId: newRequestId(), id, name, discountPpm, position }))
  const save = () => ready && void saving.run(list?.id ?? null, draft.name.trim(), ppm as Ppm)
  const changed = draft.name.trim() !== before.name || draft.percent !== before.percent
  const ready = changed && draft.name.trim() !== '' && ppm !== null && !saving.busy
  return (
    <form className={styles['addRow']} onSubmit={(event) => (event.preventDefault(), save())}>
      <TextInput
        style={{ flex: 1 }} label={t(list ? 'price-list' : 'new-price-list')} value={draft.name} maxLength={60}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        w={120} label={t('percent-off')} value={draft.percent} maxLength={6} inputMode="decimal" error={ppm === null}
        onChange={(event) => setDraft({ ...draft, percent: event.currentTarget.value })}
      />
      <Button type="submit" variant={list ? 'default' : 'filled'} disabled={!ready}>{t(list ? 'ui:save' : 'ui:add')}</Button>
    </form>
  )
}
