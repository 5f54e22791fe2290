import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import { useRights } from '../use-rights.ts'
import { emptyShape, KindFields, type Shape } from './attributes/KindFields.tsx'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'

/** "Allergy: nuts", for this person; or a field for all customers, for who may set those up (S4-12). */
export function AddAttribute({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('record')
  const { form, set } = useForm()
  const mayForAll = useRights()('edit-attributes') === 'yes'
  const [forAll, setForAll] = useState(false)
  const [shape, setShape] = useState<Shape>(emptyShape)
  const [value, setValue] = useState('')
  const name = shape.name.trim()
  const { run, busy } = useAct(async () => {
    if (forAll) {
      const { id } = await call('customers/save-attribute', { requestId: newRequestId(), id: null, attribute: { ...shape, name }, convert: false })
      if (value.trim() !== '') set((now) => ({ ...now, attributes: { ...now.attributes, [id]: value.trim() } }))
    } else set({ extras: [...form.extras, { name, value: value.trim() }] })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t('add-attribute')} zIndex={340} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['rows']}>
        <SegmentedControl fullWidth aria-label={t('attribute-for')} value={forAll ? 'all' : 'one'} onChange={(next) => setForAll(next === 'all')} data={[{ value: 'one', label: t('for-one') }, { value: 'all', label: t('for-all'), disabled: !mayForAll }]} />
        {!mayForAll && <p className="muted">{t('for-all-locked')}</p>}
        {forAll ? <KindFields shape={shape} onShape={setShape} /> : <TextInput label={t('attribute-name')} data-autofocus value={shape.name} maxLength={60} autoComplete="off" onChange={(event) => setShape({ ...shape, name: event.currentTarget.value })} />}
        <TextInput label={t('attribute-value')} value={value} maxLength={300} autoComplete="off" onChange={(event) => setValue(event.currentTarget.value)} />
        <Button disabled={name === '' || (forAll && shape.kind === 'list' && shape.choices.length === 0)} loading={busy} onClick={() => void run()}>{t('add')}</Button>
      </div>
    </Modal>
  )
}
