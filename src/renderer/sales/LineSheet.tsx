import { Button, Modal, SegmentedControl, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CartLine } from '../../main/sales/sale.ts'
import type { Cents, Milli } from '../../main/vocabulary.ts'
import { useFormat, type Format } from '../format.ts'
import styles from './Dialogs.module.css'
import { DiscountFields, readDiscount, typedDiscount, type TypedDiscount } from './DiscountFields.tsx'
import { readMilli } from '../ui/keypad.ts'
import { Display, Keypad } from '../ui/Keypad.tsx'
import { sayDiscount } from './say-discount.ts'
import type { LinePart } from './sell.ts'
import { useLineEdits } from './use-line-edits.ts'

type Props = { readonly line: CartLine; readonly onClose: () => void }
type Draft = { readonly quantity: string; readonly price: string; readonly discount: TypedDiscount; readonly note: string }

/** Everything about one line: how many, at what price, less what, and a note. Only what was changed is sent. */
export function LineSheet({ line, onClose }: Props) {
  const { t } = useTranslation('sell')
  const [part, setPart] = useState<LinePart>('quantity')
  const { digits } = useFormat()
  const [draft, setDraft] = useState<Draft>({ quantity: '', price: '', discount: typedDiscount(line.discount, digits), note: line.note })
  const { remove } = useLineEdits()
  const apply = useApply(line, draft, onClose)
  return (
    <Modal opened onClose={onClose} title={line.name} size={680} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), apply.ready && void apply.run())}>
        <SegmentedControl
          fullWidth size="lg" aria-label={t('change-what')} value={part} onChange={(next) => setPart(next as LinePart)}
          data={(['quantity', 'price', 'discount', 'note'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <Part part={part} line={line} draft={draft} setDraft={setDraft} />
        <div className={styles['foot']}>
          <Button variant="subtle" color="gray" c="var(--danger)" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => (onClose(), void remove(line.id))}>
            {t('remove')}
          </Button>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!apply.ready} data-autofocus>{t('ui:done')}</Button>
        </div>
      </form>
    </Modal>
  )
}

function Part({ part, line, draft, setDraft }: { readonly part: LinePart; readonly line: CartLine; readonly draft: Draft; readonly setDraft: (draft: Draft) => void }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  if (part === 'discount') return <DiscountFields value={draft.discount} onChange={(discount) => setDraft({ ...draft, discount })} />
  if (part === 'note') {
    return (
      <Textarea
        label={t('note')} value={draft.note} maxLength={500} rows={6} data-autofocus
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
    )
  }
  const quantity = part === 'quantity'
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        <Display label={t(part)} shown={draft[part]} hint={quantity ? format.quantity(line.quantityMilli) : format.amount(line.priceCents)} />
        {!quantity && <p className="muted">{t('list-price-is', { price: format.money(line.listPriceCents) })}</p>}
      </div>
      <Keypad typed={draft[part]} onType={(typed) => setDraft({ ...draft, [part]: typed })} decimals={quantity ? 3 : format.digits} />
    </div>
  )
}

/** Sends what differs from the line as it stands, one after the other; the sheet closes when nothing was refused. */
function useApply(line: CartLine, draft: Draft, onClose: () => void) {
  const edits = useLineEdits()
  const format = useFormat()
  const { t } = useTranslation('sell')
  const quantity = draft.quantity === '' ? null : readMilli(draft.quantity)
  const price = draft.price === '' ? null : format.readMoney(draft.price)
  const discount = readDiscount(draft.discount, format.readMoney)
  const ready = (draft.quantity === '' || quantity !== null) && (draft.price === '' || price !== null) && discount !== 'wrong'
  const run = async () => {
    onClose()
    if (quantity !== null && quantity !== line.quantityMilli) await edits.setQuantity(line.id, quantity as Milli)
    if (price !== null && price !== line.priceCents) await edits.override(line.id, line.name, price as Cents, format.money(price))
    if (discount !== 'wrong' && !same(discount, line.discount, format)) {
      await edits.discount(line.id, line.name, discount, discount ? sayDiscount(discount, format) : t('no-discount'))
    }
    if (draft.note.trim() !== line.note) await edits.note(line.id, draft.note.trim())
  }
  return { ready, run }
}

const same = (a: CartLine['discount'], b: CartLine['discount'], format: Format) => (a && sayDiscount(a, format)) === (b && sayDiscount(b, format))
