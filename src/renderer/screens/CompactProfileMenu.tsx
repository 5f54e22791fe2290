import { ActionIcon, Menu } from '@mantine/core'
import { IconDotsVertical, IconMailCog, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { SubscriptionsDialog } from '../messaging/ManageSubscriptions.tsx'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly onEdit: () => void }

/** The options of a profile in a narrow window, at the top right (S4-18): what stands under the name elsewhere. */
export function CompactProfileMenu({ customerId, name, onEdit }: Props) {
  const { t } = useTranslation('profile')
  const [subscriptions, show] = useState(false)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('options')}><IconDotsVertical size={24} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconMailCog size={20} aria-hidden />} onClick={() => show(true)}>{t('subscriptions:manage')}</Menu.Item>
          <Menu.Item leftSection={<IconPencil size={20} aria-hidden />} onClick={onEdit}>{t('edit')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {subscriptions && <SubscriptionsDialog customerId={customerId} name={name} onClose={() => show(false)} />}
    </>
  )
}
