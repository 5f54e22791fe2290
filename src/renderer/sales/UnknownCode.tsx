import { Button, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../here.ts'
import styles from './Dialogs.module.css'

type Props = { readonly code: string; readonly onNew: () => void; readonly onSearch: () => void; readonly onClose: () => void; readonly assign?: ReactNode }

/** A scan nobody knows is said aloud, with the ways on. */
export function UnknownCode({ code, onNew, onSearch, onClose, assign }: Props) {
  const { t } = useTranslation('sell')
  const mayAdd = useHere().session.role !== 'cashier'
  return (
    <Modal opened onClose={onClose} title={t('unknown-code')} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text size="xl" fw={600} className="numbers" role="alert">{code}</Text>
      <Text mt="xs" c="dimmed">{t(mayAdd ? 'unknown-what' : 'unknown-cashier')}</Text>
      <div className={styles['feet']}>
        {assign}
        {mayAdd && <Button variant="default" onClick={onNew}>{t('new-product')}</Button>}
        <Button onClick={onSearch} data-autofocus>{t('search-instead')}</Button>
      </div>
    </Modal>
  )
}
