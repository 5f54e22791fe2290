import { Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import styles from '../Fields.module.css'

export type Shape = Input<'customers/save-attribute'>['attribute']
export const emptyShape: Shape = { name: '', kind: 'text', choices: [], seenBy: 'everyone', searchable: true, inExport: true, active: true }
const kinds = ['text', 'long-text', 'number', 'date', 'yes-no', 'list', 'link'] as const
const mostChoices = 200

/** What an attribute is called, what can stand in it, who sees it, and where it goes. */
export function KindFields({ shape, onShape }: { readonly shape: Shape; readonly onShape: (shape: Shape) => void }) {
  const { t } = useTranslation('record')
  const put = (part: Partial<Shape>) => onShape({ ...shape, ...part })
  return (
    <div className={styles['rows']}>
      <TextInput label={t('attribute-name')} data-autofocus value={shape.name} maxLength={60} autoComplete="off" onChange={(event) => put({ name: event.currentTarget.value })} />
      <Select label={t('attribute-kind')} allowDeselect={false} data={kinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))} value={shape.kind} onChange={(kind) => kind && put({ kind: kind as Shape['kind'] })} comboboxProps={{ zIndex: 350 }} />
      {shape.kind === 'list' && <TagsInput label={t('choices')} description={t('choices-how')} value={[...shape.choices]} maxTags={mostChoices} onChange={(choices) => put({ choices: choices.map((choice) => choice.slice(0, 120)) })} />}
      <Select label={t('seen-by')} allowDeselect={false} data={(['everyone', 'managers'] as const).map((who) => ({ value: who, label: t(`seen-by-${who}`) }))} value={shape.seenBy} onChange={(who) => who && put({ seenBy: who as Shape['seenBy'] })} comboboxProps={{ zIndex: 350 }} />
      <div className={styles['plainSwitch']}><Switch label={t('searchable')} description={shape.seenBy === 'managers' ? t('searchable-not') : undefined} checked={shape.searchable} onChange={(event) => put({ searchable: event.currentTarget.checked })} /></div>
      <div className={styles['plainSwitch']}><Switch label={t('in-export')} checked={shape.inExport} onChange={(event) => put({ inExport: event.currentTarget.checked })} /></div>
    </div>
  )
}
