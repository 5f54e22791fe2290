import { Button, Select, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { PriceListId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import styles from './Groups.module.css'

type Type = Output<'customers/types'>[number]
const kinds = ['regular', 'medical', 'wholesale', 'own'] as const

/** Customer types: what somebody is to the shop. A type's price list counts before the one of their group. */
export function TypesSection({ mayEdit, priceLists }: { readonly mayEdit: boolean; readonly priceLists: (onClose: () => void) => ReactNode }) {
  const { t } = useTranslation('groups')
  const { data = [] } = useAsk('customers/types', {}, ['customers-changed', 'items-changed'], { keepLast: true })
  const [opened, open] = useState<Type | 'new' | null>(null)
  const [lists, showLists] = useState(false)
  return (
    <section aria-label={t('types')}>
      <h2 className={styles['title']}>{t('types')}</h2>
      <div className={styles['bar']}>
        <p className={styles['note']}>{t('types-what')}</p>
        <Button variant="default" leftSection={<IconTags size={18} aria-hidden />} onClick={() => showLists(true)}>{t('price-lists')}</Button>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={!mayEdit} onClick={() => open('new')}>{t('new-type')}</Button>
      </div>
      <div className={styles['rows']}>
        <table className={styles['list']} aria-label={t('types')}>
          <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('kind')}</th><th scope="col">{t('price-list')}</th></tr></thead>
          <tbody>
            {data.map((type) => (
              <tr key={type.id}>
                <th scope="row"><UnstyledButton className={styles['open']} disabled={!mayEdit} onClick={() => open(type)}>{type.name}</UnstyledButton></th>
                <td>{t(`kind-${type.kind}`)}</td><td>{type.priceListName ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened && <TypeDialog type={opened === 'new' ? null : opened} onClose={() => open(null)} />}
      {lists && priceLists(() => showLists(false))}
    </section>
  )
}

function TypeDialog({ type, onClose }: { readonly type: Type | null; readonly onClose: () => void }) {
  const { t } = useTranslation('groups')
  const lists = useAsk('items/price-lists', null, ['items-changed'], { keepLast: true }).data ?? []
  const [first] = useState({ name: type?.name ?? '', kind: type?.kind ?? 'own', priceListId: type?.priceListId ?? null })
  const [form, setForm] = useState(first)
  const [refused, setRefused] = useState<string | null>(null)
  const saving = useAct(async () => {
    await call('customers/save-type', { requestId: newRequestId(), id: type?.id ?? null, ...form, name: form.name.trim() })
    sayToast({ tone: 'done', text: t('type-saved', { name: form.name.trim() }) })
    onClose()
  }, (failure) => failure.facts['field'] === 'name' && (setRefused(sayFailure(failure)), true))
  const save = () => (form.name.trim() === '' ? setRefused(t('name-needed')) : void saving.run())
  return (
    <FormModal dirty={JSON.stringify(form) !== JSON.stringify(first)} onClose={onClose} onSave={save} title={t(type ? 'edit-type' : 'new-type')} size="md">{(close) => (
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        <TextInput label={t('name')} value={form.name} maxLength={80} error={refused} autoComplete="off" data-autofocus onChange={(event) => (setRefused(null), setForm({ ...form, name: event.currentTarget.value }))} />
        <Select label={t('kind')} description={t('kind-what')} allowDeselect={false} data={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))} value={form.kind} onChange={(kind) => setForm({ ...form, kind: kind as Type['kind'] })} />
        <Select label={t('price-list')} allowDeselect={false} data={[{ value: '', label: t('everyones-prices') }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]} value={form.priceListId ?? ''} onChange={(id) => setForm({ ...form, priceListId: (id || null) as PriceListId | null })} />
        <div className={styles['feet']}><Button variant="default" onClick={close}>{t('ui:cancel')}</Button><Button type="submit" loading={saving.busy}>{t('ui:save')}</Button></div>
      </form>
    )}</FormModal>
  )
}
