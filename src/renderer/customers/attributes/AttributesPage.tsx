import { ActionIcon, Button, Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttributeDefinition } from '../../../main/customers/attributes.ts'
import { call, newRequestId } from '../../bridge.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Page } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { AttributeDialog } from './AttributeDialog.tsx'
import styles from './Attributes.module.css'

/** Back Office > Setup > Attributes: the fields a shop makes up itself, in the order they stand in forms. */
export function AttributesPage() {
  const { t } = useTranslation('record')
  const [open, setOpen] = useState<AttributeDefinition | 'new' | null>(null)
  const asked = useAsk('customers/attributes', {}, ['customers-changed', 'session-changed'])
  const may = useRights()('edit-attributes') === 'yes'
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  const list = asked.data
  return (
    <Page title={t('attributes')} wide actions={<Button leftSection={<IconPlus size={18} aria-hidden />} disabled={!may} title={may ? undefined : t('for-all-locked')} onClick={() => setOpen('new')}>{t('new-attribute')}</Button>}>
      {!list && <Late />}
      {list?.length === 0 && <Empty sentence={t('no-attributes')} actions={may ? [{ label: t('new-attribute'), do: () => setOpen('new') }] : []} />}
      {list && list.length > 0 && <List list={list} may={may} onOpen={setOpen} />}
      {open && <AttributeDialog attribute={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

type ListProps = { readonly list: readonly AttributeDefinition[]; readonly may: boolean; readonly onOpen: (attribute: AttributeDefinition) => void }
function List({ list, may, onOpen }: ListProps) {
  const { t } = useTranslation('record')
  const order = useAct((ids: readonly AttributeDefinition['id'][]) => call('customers/order-attributes', { requestId: newRequestId(), ids: [...ids] }))
  const move = (at: number, by: -1 | 1) => {
    const ids = list.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved) ids.splice(at + by, 0, moved)
    void order.run(ids)
  }
  return (
    <Table className={styles['table'] ?? ''} verticalSpacing={4}>
      <Table.Thead><Table.Tr>{(['attribute-name', 'attribute-kind', 'seen-by', 'searchable', 'in-export', 'order'] as const).map((name) => <Table.Th key={name}>{t(name)}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {list.map((attribute, at) => (
          <Table.Tr key={attribute.id} data-put-away={!attribute.active}>
            <Table.Th scope="row"><Button variant="subtle" disabled={!may} onClick={() => onOpen(attribute)}>{attribute.name}</Button>{!attribute.active && <span className="muted">{t('put-away')}</span>}</Table.Th>
            <Table.Td>{t(`kind-${attribute.kind}`)}</Table.Td>
            <Table.Td>{t(`seen-by-${attribute.seenBy}`)}</Table.Td>
            <Table.Td>{t(attribute.searchable && attribute.seenBy === 'everyone' ? 'yes' : 'no')}</Table.Td>
            <Table.Td>{t(attribute.inExport ? 'yes' : 'no')}</Table.Td>
            <Table.Td>
              <ActionIcon color="gray" disabled={!may || at === 0 || order.busy} aria-label={t('move-up', { name: attribute.name })} onClick={() => move(at, -1)}><IconArrowUp size={20} aria-hidden /></ActionIcon>
              <ActionIcon color="gray" disabled={!may || at === list.length - 1 || order.busy} aria-label={t('move-down', { name: attribute.name })} onClick={() => move(at, 1)}><IconArrowDown size={20} aria-hidden /></ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
