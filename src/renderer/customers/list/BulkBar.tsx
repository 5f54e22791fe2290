import { ActionIcon, Button } from '@mantine/core'
import { IconGitMerge, IconLock, IconMessage, IconTableExport, IconTag, IconTrash, IconUserOff, IconUsersGroup, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from './List.module.css'

export type BulkName = 'delete' | 'deactivate' | 'group' | 'tag' | 'message' | 'merge' | 'export'
/** Why an act cannot be done now, in words; an act that is absent is not offered by the screen. */
export type BulkActs = Partial<Readonly<Record<BulkName, { readonly locked?: string; readonly do: () => void }>>>
const icons = { delete: IconTrash, deactivate: IconUserOff, group: IconUsersGroup, tag: IconTag, message: IconMessage, merge: IconGitMerge, export: IconTableExport } as const
const order: readonly BulkName[] = ['delete', 'deactivate', 'group', 'tag', 'message', 'merge', 'export']

type Props = { readonly count: number; readonly acts: BulkActs; readonly onNone: () => void; readonly everyone: { readonly total: string; readonly do: () => void } | null }

/** What can be done with everybody who is ticked; what cannot stays in sight with its reason. */
export function BulkBar({ count, acts, onNone, everyone }: Props) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  return (
    <div className={styles['bulk']} role="toolbar" aria-label={t('bulk')}>
      <strong>{t('selected', { count, shown: whole(count) })}</strong>
      {everyone && <Button variant="subtle" onClick={everyone.do}>{t('select-all', { total: everyone.total })}</Button>}
      {order.map((name) => {
        const act = acts[name]
        if (!act) return null
        const Icon = act.locked === undefined ? icons[name] : IconLock
        return <Button key={name} variant="default" {...(name === 'delete' ? { c: 'var(--danger)' } : {})} leftSection={<Icon size={20} aria-hidden />} disabled={act.locked !== undefined} title={act.locked} onClick={act.do}>{t(`bulk-${name}`)}</Button>
      })}
      <ActionIcon color="gray" aria-label={t('select-none')} title={t('select-none')} onClick={onNone}><IconX size={20} aria-hidden /></ActionIcon>
    </div>
  )
}
