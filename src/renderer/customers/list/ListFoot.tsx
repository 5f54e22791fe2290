import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from './List.module.css'
import type { List } from './use-list.ts'

type Props = { readonly list: List; readonly isFiltered: boolean; readonly onExport?: (() => void) | undefined }

/** How many are shown of how many (C8); nobody is out of reach: search, filters and export cover everyone. */
export function ListFoot({ list, isFiltered, onExport }: Props) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const { ids, total } = list
  const isCut = total === null || total > ids.length
  const words = isCut ? t('showing-of', { shown: whole(ids.length), total: total === null ? '…' : whole(total) }) : isFiltered ? t('found', { count: ids.length, shown: whole(ids.length) }) : t('showing-all', { count: ids.length, shown: whole(ids.length) })
  return (
    <p className={`${styles['foot']}`}>
      <span>{words} {isCut && t('showing-more')}</span>
      {isCut && onExport && <UnstyledButton className={styles['link']} onClick={onExport}>{t('export-all')}</UnstyledButton>}
    </p>
  )
}

/** The same for who listens, once it is known: "12 customers found", "2 selected". */
export function Spoken({ list, ticked }: { readonly list: List; readonly ticked: number }) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const found = list.isPending || list.isBehind || list.total === null ? '' : t('found', { count: list.total, shown: whole(list.total) })
  return <VisuallyHidden role="status">{ticked > 0 ? t('selected', { count: ticked, shown: whole(ticked) }) : found}</VisuallyHidden>
}
