import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttributeDefinition } from '../../../main/customers/attributes.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import fields from '../Fields.module.css'
import styles from './Attributes.module.css'
import { emptyShape, KindFields, type Shape } from './KindFields.tsx'

type Props = { readonly attribute: AttributeDefinition | null; readonly onClose: () => void }

/** One attribute. Where customers have values already, another kind shows first what becomes of them. */
export function AttributeDialog({ attribute, onClose }: Props) {
  const { t } = useTranslation('record')
  const [first] = useState<Shape>(() => (attribute ? shapeOf(attribute) : emptyShape))
  const [shape, setShape] = useState(first)
  const [wrong, setWrong] = useState<string>()
  const uses = useAsk('customers/attribute-uses', { id: attribute?.id as AttributeDefinition['id'] }, ['customers-changed'], { enabled: attribute !== null }).data ?? 0
  const converts = attribute !== null && uses > 0 && (attribute.kind !== shape.kind || attribute.choices.some((choice) => !shape.choices.includes(choice)))
  const { run, busy } = useAct(async () => {
    await call('customers/save-attribute', { requestId: newRequestId(), id: attribute?.id ?? null, attribute: { ...shape, name: shape.name.trim() }, convert: converts })
    sayToast({ tone: 'done', text: t('attribute-saved', { name: shape.name.trim() }) })
    onClose()
  }, (failure) => (setWrong(sayFailure(failure)), true))
  const ready = shape.name.trim() !== '' && (shape.kind !== 'list' || shape.choices.length > 0)
  return (
    <FormModal dirty={JSON.stringify(shape) !== JSON.stringify(first)} onClose={onClose} onSave={() => ready && void run()} title={attribute ? attribute.name : t('new-attribute')} zIndex={340}>{(close) => (
      <div className={fields['rows']}>
        <KindFields shape={shape} onShape={(next) => (setShape(next), setWrong(undefined))} />
        {attribute && <div className={fields['plainSwitch']}><Switch label={t('in-use')} description={t('uses', { count: uses })} checked={shape.active} onChange={(event) => setShape({ ...shape, active: event.currentTarget.checked })} /></div>}
        {converts && <Preview id={attribute.id} shape={shape} />}
        {wrong && <p className={fields['error']} role="alert">{wrong}</p>}
        <div className={styles['feet']}>
          <Button variant="default" onClick={close}>{t('form:cancel')}</Button>
          <Button disabled={!ready} loading={busy} onClick={() => void run()}>{t(converts ? 'convert-and-save' : 'form:save')}</Button>
        </div>
      </div>
    )}</FormModal>
  )
}

const shapeOf = ({ name, kind, choices, seenBy, searchable, inExport, active }: AttributeDefinition): Shape => ({ name, kind, choices: [...choices], seenBy, searchable, inExport, active })

/** How many values fit the new kind, a few before and after, and what does not fit and stays on its person as it is. */
function Preview({ id, shape }: { readonly id: AttributeDefinition['id']; readonly shape: Shape }) {
  const { t } = useTranslation('record')
  const preview = useAsk('customers/preview-attribute', { id, kind: shape.kind, choices: [...shape.choices] }, ['customers-changed'], { keepLast: true }).data
  if (!preview) return null
  return (
    <div className={styles['preview']} role="status">
      <strong>{t('preview-fits', { fits: preview.fits, count: preview.total })}</strong>
      {preview.examples.length > 0 && <ul>{preview.examples.map(({ from, to }) => <li key={from}>{from} → {to}</li>)}</ul>}
      {preview.fits < preview.total && <span>{t('preview-misfits', { count: preview.total - preview.fits, examples: preview.misfits.join(', ') })}</span>}
    </div>
  )
}
