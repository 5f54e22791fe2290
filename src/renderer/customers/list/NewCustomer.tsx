import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconBuilding, IconChevronDown, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../commands.ts'

export type Half = 'personal' | 'business'
type Props = { readonly last: Half; readonly onNew: (half: Half) => void }
const icons = { personal: IconUser, business: IconBuilding }

/** New Customer: the button does what was chosen last; its arrow shows both kinds. */
export function NewCustomer({ last, onNew }: Props) {
  const { t } = useTranslation('list')
  useCommands([
    { name: 'customer-new', label: t('new-customer'), key: 'Ctrl+N', do: () => onNew(last) },
    ...(['personal', 'business'] as const).map((half) => ({ name: `customer-new-${half}`, label: `${t('new-customer')} > ${t(`type-${half}`)}`, do: () => onNew(half) })),
  ])
  const Icon = icons[last]
  return (
    <Group gap={1} wrap="nowrap">
      <Button leftSection={<Icon size={20} aria-hidden />} title={`${t('new-customer')}: ${t(`type-${last}`)} (Ctrl+N)`} onClick={() => onNew(last)} styles={{ root: { borderTopRightRadius: 0, borderBottomRightRadius: 0 } }}>{t('new-customer')}</Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon variant="filled" aria-label={t('new-kinds')} styles={{ root: { borderTopLeftRadius: 0, borderBottomLeftRadius: 0 } }}><IconChevronDown size={20} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {(['personal', 'business'] as const).map((half) => {
            const Kind = icons[half]
            return <Menu.Item key={half} leftSection={<Kind size={20} aria-hidden />} onClick={() => onNew(half)} mih={44}>{t(`type-${half}`)}</Menu.Item>
          })}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
