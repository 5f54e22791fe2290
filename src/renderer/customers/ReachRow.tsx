import { ActionIcon, Menu } from '@mantine/core'
import { IconAddressBook, IconBrandWhatsapp, IconMail, IconPhone, IconRoute } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Way } from '../../main/customers/reach.ts'
import type { Card } from './card.ts'
import styles from './ProfilePane.module.css'
import { useReach } from './use-reach.ts'

type Shortcut = { readonly way: Way; readonly icon: ComponentType<{ size: number }>; readonly needs: 'phone' | 'email' | null }
const shortcuts: readonly Shortcut[] = [
  { way: 'whatsapp', icon: IconBrandWhatsapp, needs: 'phone' }, { way: 'call', icon: IconPhone, needs: 'phone' }, { way: 'email', icon: IconMail, needs: 'email' },
]

/** S1-21 to S1-24: one tap to another program. What there is no number or address for stays, and says why it does nothing. */
export function ReachRow({ card }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { customer } = card
  const { open, busy } = useReach(customer)
  const has = card.canReach
  // Whose data are their own are not copied onto this computer (S1-12).
  const whyNoFile = customer.source === 'catalog' ? t('refusals:catalog-owned') : null
  return (
    <div className={styles['reach']} role="group" aria-label={t('reach', { name: customer.displayName })}>
      {shortcuts.map(({ way, icon: Icon, needs }) => {
        const why = needs !== null && !has[needs] ? t(`reach-no-${needs}`) : null
        return (
          <ActionIcon key={way} variant="default" aria-label={why ? `${t(`reach-${way}`)}. ${why}` : t(`reach-${way}`)} title={why ?? t(`reach-${way}`)} disabled={why !== null || busy} onClick={() => open(way)}>
            <Icon size={22} />
          </ActionIcon>
        )
      })}
      <Directions card={card} onOpen={open} busy={busy} />
      <ActionIcon variant="default" aria-label={whyNoFile ? `${t('reach-contact-file')}. ${whyNoFile}` : t('reach-contact-file')} title={whyNoFile ?? t('reach-contact-file')} disabled={whyNoFile !== null || busy} onClick={() => open('contact-file')}><IconAddressBook size={22} /></ActionIcon>
    </div>
  )
}

type DirectionsProps = { readonly card: Card; readonly onOpen: (way: Way, addressAt?: number) => void; readonly busy: boolean }
/** Waze or Google Maps for each address; the one that was used last stands first. */
function Directions({ card: { customer, incompleteAddresses }, onOpen, busy }: DirectionsProps) {
  const { t } = useTranslation('profile')
  const maps = lastMap() === 'google-maps' ? (['google-maps', 'waze'] as const) : (['waze', 'google-maps'] as const)
  const places = customer.addresses.map((address, at) => ({ at, name: address.label || address.address1 || address.city, incomplete: incompleteAddresses[at] === true }))
  const why = places.length === 0 ? t('reach-no-address') : null
  return (
    <Menu position="bottom-start" zIndex={330}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={why ? `${t('reach-directions')}. ${why}` : t('reach-directions')} title={why ?? t('reach-directions')} disabled={why !== null || busy}><IconRoute size={22} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ at, name, incomplete }) => (
          <div key={at}>
            {(places.length > 1 || incomplete) && <Menu.Label>{name}{incomplete && ` · ${t('address-incomplete')}`}</Menu.Label>}
            {maps.map((way) => <Menu.Item key={way} mih={44} onClick={() => (keepMap(way), onOpen(way, at))}>{t(`reach-${way}`)}</Menu.Item>)}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const keptAs = 'regulars-map'
const lastMap = (): string | null => localStorage.getItem(keptAs)
const keepMap = (way: 'waze' | 'google-maps'): void => localStorage.setItem(keptAs, way)
